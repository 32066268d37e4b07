import { options } from 'virtual:recall/options';
import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import { NOTE_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { LessonId, NoteId } from '../../format/id.ts';
import { loadDecks } from '../decks.ts';
import { openLearner } from '../learner.ts';
import type { Texts } from '../texts.ts';
import { readStatuses } from './card-status.ts';
import { Figures } from './Figures.tsx';
import { addUp, type LessonFigures } from './lesson-figures.ts';
import { parseCards } from './lesson-items.ts';
import type { LessonStudy } from './lesson-study.ts';
import { loadLessonTexts } from './load-lesson-texts.ts';
import { NoteMark } from './NoteMark.tsx';

/** Fills in the end of a lesson and sets the marks beside its text; a log that cannot be read leaves both as they are. */
export async function showLessonCards(root: HTMLElement): Promise<void> {
  const { locale = '', lesson: id = '', cards: rows = '' } = root.dataset;
  const lesson = id as LessonId;
  // The list of what was renamed is with the list of all cards: it is only fetched where there is something on it.
  const history =
    'renamed' in root.dataset ? loadDecks(options.base, locale).then((decks) => decks.history) : NONE;
  const opened = await Promise.all([openLearner(history), loadLessonTexts(locale)]).catch(() => undefined);
  const figures = root.querySelector('.recall-lesson-cards__figures');
  const start = root.querySelector<HTMLAnchorElement>('a.recall-lesson-cards__learner');
  if (!opened || !figures || !start) return;
  const [learner, texts] = opened;
  const cards = parseCards(rows, lesson);
  const statuses = computed(() => {
    const schedule = learner.schedule.value;
    // An answer just given is newer than the last tick.
    return learner.clock.value && readStatuses(cards, lesson, schedule, learner.now());
  });
  const lessonStudy: LessonStudy = {
    learner,
    lesson,
    statuses,
    texts,
    reviewHref: start.href,
    historyHref: (card) => `${options.base}${locale}/cards/#${card}`,
  };
  figures.replaceChildren();
  render(<Figures lessonStudy={lessonStudy} />, figures);
  effect(() => {
    start.textContent = nameStart(addUp(statuses.value), texts);
  });
  for (const note of new Set(cards.map((card) => card.note))) {
    const place = placeOf(note);
    if (!place) continue;
    const host = document.createElement('span');
    host.className = 'recall-mark-place';
    place.append(host);
    render(<NoteMark note={note} lessonStudy={lessonStudy} />, host);
  }
}

const NONE = { renamed: {} };

/** The element at whose edge a note's mark stands: a term, the box around a card, the head of a row. */
function placeOf(note: NoteId): Element | null {
  const anchor = document.getElementById(NOTE_ANCHOR_PREFIX + note);
  if (!anchor) return null;
  return anchor.closest('.recall-note') ?? (anchor.localName === 'tr' ? anchor.querySelector('th') : anchor);
}

function nameStart({ due, fresh }: LessonFigures, texts: Texts): string {
  if (due > 0) return texts.count('lesson-cards.review-due', due);
  return fresh > 0 ? texts.count('lesson-cards.learn', fresh) : texts('lesson-cards.review');
}
