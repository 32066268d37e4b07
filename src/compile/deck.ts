import type { Card, CardFace, CardKind, Deck, LessonPage, Term, TermText } from '../format/deck.ts';
import type { CardId, LessonId, NoteId } from '../format/id.ts';
import type { Locale, Localized } from '../format/locale.ts';
import type { CourseModule, Unit } from './course.ts';
import { type AuthoredFace, digestCard } from './digest.ts';
import type { Document } from './document.ts';
import type { CardContent, Note, TermContent } from './note.ts';
import { type RenderContext, renderAliases, renderMarkdown } from './render.ts';

/** The deck of a course in course order. Of notes with the same id in one locale the first counts. */
export function assembleDeck(
  modules: readonly CourseModule[],
  locales: readonly Locale[],
  base: string,
): Deck {
  const cards: Card[] = [];
  const terms: Term[] = [];
  for (const { id, texts } of gatherNotes(modules, locales)) {
    const [first] = texts;
    if (first === undefined) continue;
    const { lesson } = first;
    const faces = texts.map((text) => facesOf(text, base));
    const rev = Math.max(...texts.map(({ note }) => note.rev));
    for (const { kind, part } of PARTS[first.note.item]) {
      const sides = faces.flatMap((face) => face.filter((candidate) => candidate.kind === kind));
      if (sides.length === 0) continue;
      cards.push({
        id: `${id}${part}` as CardId,
        kind,
        note: id,
        lesson,
        rev,
        digest: digestCard(
          kind,
          sides.map(({ authored }) => authored),
        ),
        faces: localized(sides.map(({ authored, shown }) => [authored.locale, shown])),
      });
    }
    const termTexts = texts.flatMap((text) => termTextOf(text, base));
    if (termTexts.length > 0) terms.push({ id, lesson, texts: localized(termTexts) });
  }
  return {
    locales,
    defaultLocale: locales[0] ?? '',
    modules: modules.map(({ id, pages, lessons }) => ({
      id,
      pages: pagesOf(pages),
      lessons: lessons.map((lesson) => ({ id: lesson.id, pages: pagesOf(lesson.pages) })),
    })),
    cards,
    terms,
  };
}

/** What a note gives in one locale, with the file that it stands in. */
interface NoteText {
  readonly locale: Locale;
  readonly lesson: LessonId;
  readonly note: Note;
  readonly document: Document;
}

/** A side pair of one kind: as authored, for the digest, and as shown. */
interface Face {
  readonly kind: CardKind;
  readonly authored: AuthoredFace;
  readonly shown: CardFace;
}

const PARTS: Readonly<Record<Note['item'], readonly { kind: CardKind; part: string }[]>> = {
  card: [{ kind: 'basic', part: '' }],
  term: [
    { kind: 'term-meaning', part: '.meaning' },
    { kind: 'term-name', part: '.name' },
  ],
};

function gatherNotes(
  modules: readonly CourseModule[],
  locales: readonly Locale[],
): { id: NoteId; texts: readonly NoteText[] }[] {
  const byId = new Map<NoteId, NoteText[]>();
  const lessons: readonly Unit<LessonId>[] = modules.flatMap((module) => module.lessons);
  for (const { id: lesson, pages } of lessons) {
    for (const locale of locales) {
      const document = pages.get(locale);
      for (const note of document?.notes ?? []) {
        const texts = byId.get(note.id) ?? [];
        byId.set(note.id, texts);
        const isTwice = texts.some((text) => text.locale === locale);
        if (document && !isTwice) texts.push({ locale, lesson, note, document });
      }
    }
  }
  return [...byId].map(([id, texts]) => ({ id, texts }));
}

function facesOf({ locale, lesson, note, document }: NoteText, base: string): readonly Face[] {
  if (note.content === undefined) return [];
  const context = contextOf(locale, lesson, document, base);
  return note.item === 'card'
    ? [cardFace(locale, note.content, context)]
    : termFaces(locale, note.content, context);
}

function cardFace(locale: Locale, { front, back }: CardContent, context: RenderContext): Face {
  return {
    kind: 'basic',
    authored: { locale, front, back },
    shown: { front: renderMarkdown(front, context), back: renderMarkdown(back, context) },
  };
}

function termFaces(locale: Locale, term: TermContent, context: RenderContext): readonly Face[] {
  const { name, aliases, definition } = term;
  const names = [name, ...aliases];
  return [
    {
      kind: 'term-meaning',
      authored: { locale, front: name, back: definition },
      shown: { front: term.nameHtml, back: renderMarkdown(definition, context) },
    },
    {
      kind: 'term-name',
      authored: { locale, front: definition, back: names.join(', ') },
      shown: {
        front: renderMarkdown(definition, context, names),
        back: term.nameHtml + renderAliases(aliases),
      },
    },
  ];
}

function termTextOf(text: NoteText, base: string): [Locale, TermText][] {
  const { note, locale } = text;
  if (note.item !== 'term' || note.content === undefined) return [];
  const { name, aliases, definition } = note.content;
  const context = contextOf(locale, text.lesson, text.document, base);
  return [[locale, { name, aliases, definition: renderMarkdown(definition, context) }]];
}

function contextOf(locale: Locale, lesson: LessonId, document: Document, base: string): RenderContext {
  return { base, page: `/${locale}/${lesson}/`, definitions: document.definitions };
}

function pagesOf(pages: ReadonlyMap<Locale, Document>): Localized<LessonPage> {
  return localized(
    [...pages].map(([locale, { frontmatter }]) => {
      const { title, description } = frontmatter;
      return [locale, { title, description }];
    }),
  );
}

function localized<T>(entries: readonly (readonly [Locale, T])[]): Localized<T> {
  return Object.fromEntries(entries);
}
