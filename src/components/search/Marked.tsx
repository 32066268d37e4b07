import { createElement, Fragment } from 'preact';
import type { Segment } from '../../search/passages.ts';

/** A text with what was found in it marked. */
export function Marked({ segments }: { readonly segments: readonly Segment[] }) {
  // As arguments and not as a list: the segments of another text are other ones, whatever their place.
  return createElement(Fragment, null, ...segments.map(toNode));
}

function toNode({ text, isHit }: Segment) {
  return isHit ? <mark>{text}</mark> : text;
}
