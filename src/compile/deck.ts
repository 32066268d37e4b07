import type { Card, CardFace, CardKind, Deck, LessonPage, Term, TermText } from '../format/deck.ts';
import type { CardId, LessonId, NoteId } from '../format/id.ts';
import type { Locale, Localized } from '../format/locale.ts';
import type { Revised } from '../format/revision.ts';
import { authoredCloze, clozeFace } from './cloze-face.ts';
import type { CourseModule, Unit } from './course.ts';
import { type AuthoredFace, digestCard } from './digest.ts';
import type { Document } from './document.ts';
import type { CardContent, ClozeContent, Note, TermContent } from './note.ts';
import type { Prerequisites } from './prerequisites.ts';
import { type RenderContext, renderAliases, renderMarkdown } from './render.ts';
import { createInlineRenderer } from './render-inline.ts';
import { renderRevision } from './revision.ts';

/** The deck of a course in course order. Of notes with the same id in one locale the first counts. */
export function assembleDeck(
  modules: readonly CourseModule[],
  locales: readonly Locale[],
  base: string,
  prerequisites: Prerequisites,
): Pick<Deck, 'locales' | 'defaultLocale' | 'modules' | 'cards' | 'terms'> {
  const cards: Card[] = [];
  const terms: Term[] = [];
  for (const { id, texts } of gatherNotes(modules, locales)) {
    const [first] = texts;
    if (first === undefined) continue;
    const { lesson } = first;
    const faces = texts
      .filter(({ note }) => note.item === first.note.item)
      .map((text) => facesOf(text, base));
    const revision = revisionOf(texts, base);
    const parts = new Map(faces.flat().map((face) => [face.part, face.kind]));
    for (const [part, kind] of parts) {
      const sides = faces.flatMap((face) =>
        face.filter((candidate) => candidate.part === part && candidate.kind === kind),
      );
      cards.push({
        id: `${id}${part}` as CardId,
        kind,
        note: id,
        lesson,
        ...revision,
        digest: digestCard(
          kind,
          sides.map(({ authored }) => authored),
        ),
        faces: localized(sides.map(({ authored, shown }) => [authored.locale, shown])),
      });
    }
    const termTexts = texts.flatMap((text) => termTextOf(text, base));
    if (termTexts.length > 0) {
      const isPlain = texts.some(({ note }) => note.item === 'term' && note.content?.isPlain);
      terms.push({ id, lesson, texts: localized(termTexts), ...(isPlain ? { plain: true } : {}) });
    }
  }
  return {
    locales,
    defaultLocale: locales[0] ?? '',
    modules: modules.map(({ id, pages, lessons }) => ({
      id,
      pages: pagesOf(pages),
      lessons: lessons.map((lesson) => {
        const needed = prerequisites.get(lesson.id) ?? [];
        return {
          id: lesson.id,
          pages: pagesOf(lesson.pages),
          ...(needed.length > 0 ? { prerequisites: needed } : {}),
        };
      }),
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
  /** What the note's id is continued by to the card's. */
  readonly part: string;
  readonly authored: AuthoredFace;
  readonly shown: CardFace;
}

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

/** The highest revision that a locale gives, and what those that give it say was before. */
function revisionOf(texts: readonly NoteText[], base: string): Revised {
  const rev = Math.max(...texts.map(({ note }) => note.rev));
  const newest = texts.filter(({ note }) => note.rev === rev && note.was !== undefined);
  const was = localized(newest.map(({ locale, note }) => [locale, note.was ?? '']));
  const lesson = texts[0]?.lesson ?? '';
  return renderRevision({ rev, was }, (locale) => createInlineRenderer(base, `/${locale}/${lesson}/`));
}

function facesOf({ locale, lesson, note, document }: NoteText, base: string): readonly Face[] {
  if (note.content === undefined) return [];
  const context = contextOf(locale, lesson, document, base);
  if (note.item === 'card') return [cardFace(locale, note.content, context)];
  if (note.item === 'cloze card') return clozeFaces(locale, note.content, context);
  return termFaces(locale, note.content, context);
}

function clozeFaces(locale: Locale, content: ClozeContent, context: RenderContext): readonly Face[] {
  return content.clozes.map(({ label }) => ({
    kind: 'cloze',
    part: `.${label}`,
    authored: authoredCloze(content, label, locale),
    shown: clozeFace(content, label, context),
  }));
}

function cardFace(locale: Locale, { front, back }: CardContent, context: RenderContext): Face {
  return {
    kind: 'basic',
    part: '',
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
      part: '.meaning',
      authored: { locale, front: name, back: definition },
      shown: { front: term.nameHtml, back: renderMarkdown(definition, context) },
    },
    {
      kind: 'term-name',
      part: '.name',
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
