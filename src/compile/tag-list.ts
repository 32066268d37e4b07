import type { Place } from './issue.ts';

/** A tag as a lesson or a note names it, and where. */
export interface ListedTag {
  readonly tag: string;
  readonly place: Place;
}

/** The tags of an attribute `tags="a, b"`, separated by spaces or by commas of either script; not checked. */
export function splitTags(text: string | null | undefined): readonly string[] {
  return (text ?? '').split(/[\s,，、]+/).filter((part) => part !== '');
}

/** The attribute as it is written in a directive, with a space before it; nothing without tags. */
export function formatTagMark(tags: readonly string[]): string {
  return tags.length === 0 ? '' : ` tags="${tags.join(' ')}"`;
}
