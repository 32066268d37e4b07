import type { CardKind } from '../../format/deck.ts';
import type { LessonId } from '../../format/id.ts';
import type { StudyFilter } from '../../scheduler/index.ts';
import { dayOfInput, inputOfDay } from './day-input.ts';

/** The sorts of cards that can be studied apart. */
export const TAGS = {
  term: ['term-meaning', 'term-name', 'term-translation'],
  basic: ['basic'],
  cloze: ['cloze'],
  fact: ['fact'],
} as const satisfies Record<string, readonly CardKind[]>;

/** One of {@link TAGS}. */
export type Tag = keyof typeof TAGS;

/** What a link to the review asks to be studied out of turn; nothing of it set means the daily review. */
export interface StudyLink {
  /** The whole course. */
  readonly all?: true;
  readonly lessons?: readonly LessonId[];
  readonly module?: string;
  readonly tag?: Tag;
  readonly failed?: true;
  readonly leeches?: true;
  /** The learner's day of an exam, in days since 1970. */
  readonly examDay?: number;
}

/**
 * Reads what stands behind `#`: `lesson=<id>` (several with commas), `module=<id>`, `tag=<tag>`, `failed`, `leeches`,
 * `exam=<yyyy-mm-dd>`, or `all`, joined by `&`. What it does not know it passes over; `undefined` if nothing is left.
 */
export function parseStudyLink(hash: string): StudyLink | undefined {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const lessons = params.get('lesson')?.split(',').filter(Boolean) as LessonId[] | undefined;
  const module = params.get('module');
  const tag = params.get('tag');
  const examDay = dayOfInput(params.get('exam') ?? '');
  const link: StudyLink = {
    ...(params.has('all') && { all: true }),
    ...(lessons && lessons.length > 0 && { lessons }),
    ...(module && { module }),
    ...(tag !== null && isTag(tag) && { tag }),
    ...(params.has('failed') && { failed: true }),
    ...(params.has('leeches') && { leeches: true }),
    ...(examDay !== undefined && { examDay }),
  };
  return Object.keys(link).length > 0 ? link : undefined;
}

/** Writes a link's end that {@link parseStudyLink} reads, with its `#`. */
export function formatStudyLink({ all, lessons, module, tag, failed, leeches, examDay }: StudyLink): string {
  const parts = [
    all && 'all',
    lessons && `lesson=${lessons.join(',')}`,
    module !== undefined && `module=${module}`,
    tag && `tag=${tag}`,
    failed && 'failed',
    leeches && 'leeches',
    examDay !== undefined && `exam=${inputOfDay(examDay)}`,
  ];
  return `#${parts.filter(Boolean).join('&')}`;
}

/** The choice of cards that a link stands for. */
export function toFilter({ all: _, tag, ...rest }: StudyLink): StudyFilter {
  return tag ? { ...rest, kinds: TAGS[tag] } : rest;
}

function isTag(text: string): text is Tag {
  return Object.hasOwn(TAGS, text);
}
