import { UnreachableError } from '../site-json.ts';
import { CourseChangedError } from './course-changed.ts';

/**
 * Why something could not be shown, and so what is to be done about it: nothing but a network is missing; the site has a
 * newer course than this page, which has to be loaded anew; or anything else, which may pass.
 */
export type Failure = 'offline' | 'changed' | 'other';

/** Tells what an error means to a learner. What only a developer understands goes to the console. */
export function explainFailure(error: unknown): Failure {
  if (error instanceof CourseChangedError) return 'changed';
  if (error instanceof UnreachableError) return 'offline';
  console.error(error);
  return 'other';
}
