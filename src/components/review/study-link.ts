import type { CardKind } from '../../format/deck.ts';
import { type LessonId, NOTE_ID_PATTERN, type TagId } from '../../format/id.ts';
import type { KindName } from '../../format/kind-name.ts';
import type { StudyFilter } from '../../scheduler/index.ts';
import { dayOfInput, inputOfDay } from './day-input.ts';

/** The kinds of cards that can be studied apart. */
export const STUDY_KINDS = {
  term: ['term-meaning', 'term-name', 'term-translation'],
  basic: ['basic'],
  cloze: ['cloze'],
  fact: ['fact'],
} as const satisfies { readonly [Name in KindName]?: readonly CardKind[] };

/** One of {@link STUDY_KINDS}. */
export type StudyKind = keyof typeof STUDY_KINDS;

/** What a link to the review asks to be studied out of turn; nothing of it set means the daily review. */
export interface StudyLink {
  /** The whole course. */
  readonly all?: true;
  readonly lessons?: readonly LessonId[];
  readonly module?: string;
  readonly kind?: StudyKind;
  /** Cards with at least one of them. */
  readonly tags?: readonly TagId[];
  readonly failed?: true;
  readonly leeches?: true;
  /** The learner's day of an exam, in days since 1970. */
  readonly examDay?: number;
}

/**
 * Reads what stands behind `#`: `lesson=<id>` and `tag=<id>` (several with commas), `module=<id>`, `kind=<name>`,
 * `failed`, `leeches`, `exam=<yyyy-mm-dd>`, or `all`, joined by `&`. What it does not know it passes over; `undefined`
 * if nothing is left. Kinds were once called tags, so that `tag=` with the name of a kind is one.
 */
export function parseStudyLink(hash: string): StudyLink | undefined {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const lessons = params.get('lesson')?.split(',').filter(Boolean) as LessonId[] | undefined;
  const module = params.get('module');
  const listed = params.get('tag')?.split(',') ?? [];
  const kind = [params.get('kind') ?? '', ...listed].find(isStudyKind);
  const tags = listed.filter((tag) => NOTE_ID_PATTERN.test(tag) && !isStudyKind(tag)) as TagId[];
  const examDay = dayOfInput(params.get('exam') ?? '');
  const link: StudyLink = {
    ...(params.has('all') && { all: true }),
    ...(lessons && lessons.length > 0 && { lessons }),
    ...(module && { module }),
    ...(kind && { kind }),
    ...(tags.length > 0 && { tags }),
    ...(params.has('failed') && { failed: true }),
    ...(params.has('leeches') && { leeches: true }),
    ...(examDay !== undefined && { examDay }),
  };
  return Object.keys(link).length > 0 ? link : undefined;
}

/** Writes a link's end that {@link parseStudyLink} reads, with its `#`. */
export function formatStudyLink(link: StudyLink): string {
  const { all, lessons, module, kind, tags, failed, leeches, examDay } = link;
  const parts = [
    all && 'all',
    lessons && `lesson=${lessons.join(',')}`,
    module !== undefined && `module=${module}`,
    kind && `kind=${kind}`,
    tags && `tag=${tags.join(',')}`,
    failed && 'failed',
    leeches && 'leeches',
    examDay !== undefined && `exam=${inputOfDay(examDay)}`,
  ];
  return `#${parts.filter(Boolean).join('&')}`;
}

/** The choice of cards that a link stands for. */
export function toFilter({ all: _, kind, ...rest }: StudyLink): StudyFilter {
  return kind ? { ...rest, kinds: STUDY_KINDS[kind] } : rest;
}

function isStudyKind(text: string): text is StudyKind {
  return Object.hasOwn(STUDY_KINDS, text);
}
