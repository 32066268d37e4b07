import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { NOTE_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { ItemId, LessonId } from '../../format/id.ts';
import { plainText } from '../../search/plain-text.ts';
import type { Decks } from '../decks.ts';
import type { Texts } from '../texts.ts';

interface Props {
  /** The worst first. */
  readonly items: readonly ItemId[];
  readonly decks: Decks;
  readonly texts: Texts;
  readonly language: string;
  readonly lessonHref: (lesson: LessonId) => string;
}

/** The cards that were hardest today, each with the way to its place in the lesson. */
export function HardestCards({ items, decks, texts, lessonHref }: Props) {
  const rows = useSignal<readonly { href: string; text: string; language: string }[]>([]);
  const names = items.slice(0, SHOWN).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when other cards are the hardest
  useEffect(() => {
    let isCurrent = true;
    void loadRows(items.slice(0, SHOWN), decks, lessonHref).then((loaded) => {
      if (isCurrent) rows.value = loaded;
    });
    return () => {
      isCurrent = false;
    };
  }, [names]);
  if (rows.value.length === 0) return null;
  return (
    <section class="recall-review__hardest">
      <h3>{texts('review.hardest')}</h3>
      <ul>
        {rows.value.map(({ href, text, language }) => (
          <li key={href + text}>
            <a href={href} lang={language}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const SHOWN = 3;

/** Lines for items that the course still has; one whose text cannot be loaded now is left out. */
async function loadRows(items: readonly ItemId[], decks: Decks, lessonHref: Props['lessonHref']) {
  const rows = items.map(async (id) => {
    const card = decks.cards.find((candidate) => candidate.id === id);
    const question = decks.questions.find((candidate) => candidate.id === id);
    const hrefOf = (lesson: LessonId, note: string) => `${lessonHref(lesson)}#${NOTE_ANCHOR_PREFIX}${note}`;
    if (card) {
      const { front, language } = await decks.loadFace(card);
      return [{ href: hrefOf(card.lesson, card.note), text: plainText(front), language }];
    }
    if (!question) return [];
    const { text, language } = await decks.loadQuestion(question);
    return [{ href: hrefOf(question.lesson, question.note), text: plainText(text.stem), language }];
  });
  return (await Promise.all(rows.map((row) => row.catch(() => [])))).flat();
}
