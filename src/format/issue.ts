/** `error` fails a build and `npm run check`; `warning` is only shown. */
export type Severity = 'error' | 'warning';

/** One mistake of an author, at one place, with the way out. Lines and columns count from 1. */
export interface Issue {
  /** Permanent kebab-case code, listed in `src/compile/issues/`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One or two sentences: what to write instead, as a snippet where it can be computed. */
  readonly hint?: string;
  /** Path relative to the project root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
