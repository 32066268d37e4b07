import { fileURLToPath } from 'node:url';
import type { MdastNode, MdastPluginDefinition, MdastPluginEntry, MdastVisitorContext } from 'satteri';
import {
  hideClozes,
  isClozeCard,
  markClozes,
  readCard,
  readFactsEmbed,
  readFigureEmbed,
  readQuizEmbed,
  readSources,
  readTerm,
} from '../../compile/index.ts';
import { NOTE_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { Deck } from '../../format/deck.ts';
import type { Locale, Localized } from '../../format/locale.ts';
import type { Question, Quiz } from '../../format/question.ts';
import { scriptLanguage } from '../../search/script-language.ts';
import { renderFactTable, type Text } from './fact-table.ts';
import { renderFigure } from './figure.ts';
import { element, inlineElement, rawHtml, text } from './nodes.ts';
import { renderStaticQuiz } from './static-quiz.ts';
import { createTermFinder } from './term-links.ts';

/** What the pages of lessons need of the site. */
export interface LessonMarkdownOptions {
  /** The site's base path, with a slash at both ends. */
  readonly base: string;
  /** The newest compiled course. */
  readonly deck: () => Deck;
  /** Tags of the site's languages by locale. */
  readonly languages: Readonly<Record<Locale, string>>;
  /** Interface texts in the language of a content file, by absolute path. */
  readonly texts: (file: string) => Text;
}

/**
 * The look of the authoring grammar in a lesson's page: terms with their aliases, cards as disclosures that work
 * without JavaScript, fact tables, quizzes, sources as a footer, and links from the first use of a term to its
 * definition. What a node means is read by the compiler, so both always agree.
 */
export function lessonMarkdown({
  base,
  deck: newestDeck,
  languages,
  texts,
}: LessonMarkdownOptions): MdastPluginEntry {
  return ({ fileURL, sourceFormat }) => {
    if (!fileURL) return undefined;
    const file = fileURLToPath(fileURL);
    const t = texts(file);
    const deck = newestDeck();
    const { locale, lesson } = locate(file, deck);
    const findTerms = createTermFinder(deck.terms, locale, lesson);
    const inLocale = <T>(values: Localized<T>): T | undefined =>
      values[locale] ?? values[deck.defaultLocale] ?? Object.values(values)[0];
    return {
      name: 'recall-lesson',
      // Authors write `/zh/…`; where the site lies is the host's business.
      link(node, context) {
        const url = withBase(node.url, base);
        // Most links lead out of the site or need no other address, and every change costs.
        if (url !== node.url) context.setProperty(node, 'url', url);
      },
      definition(node, context) {
        const url = withBase(node.url, base);
        if (url !== node.url) context.setProperty(node, 'url', url);
      },
      text(node, context) {
        // Most texts name no term, and where a text stands takes longer to find out.
        if (!findTerms.isNaming(node.value) || !isProse(node, context)) return;
        const pieces = findTerms(node.value);
        if (!pieces.some(({ term }) => term)) return;
        context.replaceNode(
          node,
          pieces.map((piece) => {
            if (!piece.term) return text(piece.text);
            const href = `${base}${locale}/${piece.term.lesson}/#${NOTE_ANCHOR_PREFIX}${piece.term.id}`;
            return inlineElement('a', { class: 'recall-gloss', href, 'data-term': piece.term.id }, [
              text(piece.text),
            ]);
          }),
        );
      },
      descriptionTerm(node, context) {
        const term = readTerm(node);
        if (!term?.id) return;
        context.setProperty(node, 'data', { hProperties: { id: NOTE_ANCHOR_PREFIX + term.id } });
        const aliases = term.aliases
          .filter((alias) => alias !== term.name)
          .flatMap((alias, at) => {
            const lang = scriptLanguage(alias, languages[locale] ?? locale, languages);
            const words = lang === undefined ? text(alias) : inlineElement('span', { lang }, [text(alias)]);
            return at > 0 ? [text(' · '), words] : [words];
          });
        context.setProperty(node, 'children', [
          ...term.directive.children,
          ...(aliases.length > 0 ? [element('span', { class: 'recall-term__aliases' }, aliases)] : []),
        ]);
      },
      descriptionList(node, context) {
        const isTerms = node.children.some((child) => readTerm(child)?.id);
        if (isTerms) context.setProperty(node, 'data', { hProperties: { class: 'recall-term' } });
      },
      containerDirective(node) {
        const card = readCard(node);
        if (card?.id) {
          const isCloze = isClozeCard(card);
          return renderCard(
            card.id,
            isCloze ? hideClozes(card.front) : card.front,
            isCloze ? markClozes(card.front) : card.back,
            t,
          );
        }
        if (!readSources(node)) return;
        return element('footer', { class: 'recall-sources', 'data-pagefind-ignore': '' }, [
          element('p', { class: 'recall-sources__title' }, [text(t('sources.title'))]),
          ...node.children,
        ]);
      },
      leafDirective(node) {
        const figureId = readFigureEmbed(node)?.id;
        const figure = deck.figures.find(({ id }) => id === figureId);
        const markup = figure && inLocale(figure.markup);
        if (markup) return renderFigure(figure.id, markup, node.children, sourceFormat);
        const factsId = readFactsEmbed(node)?.id;
        const table = deck.facts.find(({ id }) => id === factsId);
        const tableText = table && inLocale(table.texts);
        if (tableText) return rawHtml(renderFactTable(table, tableText, t), sourceFormat);
        const quizId = readQuizEmbed(node)?.id;
        const { quizzes, questions: known } = indexOf(deck);
        const quiz = quizzes.get(quizId ?? '');
        if (!quiz) return;
        const questions = quiz.questions.flatMap((id) => {
          const question = known.get(id);
          const shown = question && inLocale(question.texts);
          return shown ? [{ question, shown }] : [];
        });
        return rawHtml(renderStaticQuiz(quiz, questions, t), sourceFormat);
      },
    } satisfies MdastPluginDefinition;
  };
}

/** The quizzes and questions of a deck by id, sorted once for all pages. */
function indexOf(deck: Deck): DeckIndex {
  const index = INDEXES.get(deck) ?? {
    quizzes: new Map(deck.quizzes.map((quiz) => [quiz.id, quiz])),
    questions: new Map(deck.questions.map((question) => [question.id, question])),
  };
  INDEXES.set(deck, index);
  return index;
}

interface DeckIndex {
  readonly quizzes: ReadonlyMap<string, Quiz>;
  readonly questions: ReadonlyMap<string, Question>;
}

const INDEXES = new WeakMap<Deck, DeckIndex>();

function renderCard(id: string, front: readonly MdastNode[], back: readonly MdastNode[], t: Text): MdastNode {
  const card = element('details', { class: 'recall-card' }, [
    element('summary', {}, [
      element('span', { class: 'recall-card__label' }, [text(t('card.label'))]),
      element('div', { class: 'recall-card__front' }, front),
      element('span', { class: 'recall-card__toggle', 'aria-hidden': 'true' }, [text(t('card.show'))]),
    ]),
    // Browsers open a disclosure by themselves when a link leads to something inside it.
    element(
      'div',
      { class: 'recall-card__back', id: NOTE_ANCHOR_PREFIX + id, 'data-pagefind-ignore': '' },
      back,
    ),
  ]);
  // A disclosure shows nothing else while it is closed: the learner's mark finds its place beside it.
  return element('div', { class: 'recall-note' }, [card]);
}

function withBase(url: string, base: string): string {
  return /^\/(?!\/)/.test(url) ? base + url.slice(1) : url;
}

/** `…/content/docs/<locale>/<lesson>.md` as its locale and lesson. */
function locate(file: string, { locales, defaultLocale }: Deck): { locale: Locale; lesson: string } {
  const path = file.replaceAll('\\', '/').split('/content/docs/').at(-1) ?? '';
  const [locale = '', ...rest] = path.replace(/\.mdx?$/, '').split('/');
  return { locale: locales.includes(locale) ? locale : defaultLocale, lesson: rest.join('/') };
}

/** Whether a text stands in a paragraph or list and in nothing that has a meaning of its own. */
function isProse(node: MdastNode, context: MdastVisitorContext): boolean {
  for (let parent = context.parent(node); parent; parent = context.parent(parent)) {
    if (!PROSE_PARENTS.has(parent.type)) return false;
  }
  return true;
}

const PROSE_PARENTS: ReadonlySet<string> = new Set([
  'root',
  'paragraph',
  'list',
  'listItem',
  'strong',
  'emphasis',
]);
