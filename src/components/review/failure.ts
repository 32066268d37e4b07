import { CourseChangedError } from '../course-changed.ts';

/** Why cards could not be shown, and so what is to be done about it. */
export type Failure =
  /** Nothing but a network is missing. */
  | { readonly kind: 'offline' }
  /** The site has a newer course than this page: the page has to be loaded anew. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'other'; readonly reason: string };

/** Tells what an error means to a learner. */
export function explainFailure(error: unknown): Failure {
  if (error instanceof CourseChangedError) return { kind: 'changed' };
  // What `fetch` throws where there is no answer at all, in words that differ from browser to browser.
  if (error instanceof TypeError) return { kind: 'offline' };
  return { kind: 'other', reason: error instanceof Error ? error.message : String(error) };
}
