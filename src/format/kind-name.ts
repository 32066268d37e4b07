/**
 * The kinds of cards as learners tell them apart and as links name them. Old links call them tags, so that no tag of an
 * author can have one of these names.
 */
export const KIND_NAMES = ['term', 'basic', 'cloze', 'fact', 'question'] as const;

/** One of {@link KIND_NAMES}. */
export type KindName = (typeof KIND_NAMES)[number];

/** Whether a text is one of {@link KIND_NAMES}. */
export function isKindName(text: string): text is KindName {
  return KIND_NAMES.some((name) => name === text);
}
