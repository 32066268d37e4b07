import type { Locale } from './locale.ts';
import { PREFIX } from './prefix.ts';

/** Where the lists of the files of each language lie, below the base path: `<folder><locale>.<digest>.json`. */
export const FILE_LIST_FOLDER = `${PREFIX}/offline/`;

/** What a page may ask of the service worker; the answer comes through the port sent along. */
export type WorkerRequest =
  /** Hands the site over to the version that waits. Workbox’s own name for it; answered by a change of controller. */
  | { readonly type: 'SKIP_WAITING' }
  /** Keeps a language and finishes others that were begun; `isThorough` also fetches what has been damaged. */
  | { readonly type: 'keep'; readonly locale?: Locale | undefined; readonly isThorough: boolean }
  | { readonly type: 'remove'; readonly locale: Locale }
  | { readonly type: 'report' }
  | { readonly type: 'check' };

/** What the service worker says through that port: `progress` any number of times, and at the end one of the others. */
export type WorkerReply =
  | {
      readonly type: 'progress';
      readonly locale: Locale;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'done' }
  | { readonly type: 'reported'; readonly report: OfflineReport }
  | { readonly type: 'checked'; readonly checks: readonly OfflineCheck[] }
  | { readonly type: 'failed'; readonly reason: OfflineFailure };

/** Why a language could not be kept: no network, other files than this version’s, no room, anything else. */
export type OfflineFailure = 'network' | 'changed' | 'space' | 'other';

/** What is kept on this device. */
export interface OfflineReport {
  /** What every page needs, kept from the first visit on. */
  readonly shell: Amount;
  /** In the order of the site’s languages. */
  readonly languages: readonly KeptLanguage[];
}

/** Files and their size without compression. */
export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** One language: what it takes, and how much of it is here. */
export interface KeptLanguage extends Amount {
  readonly locale: Locale;
  readonly state: 'kept' | 'begun' | 'absent';
  /** Milliseconds UTC when every file was last compared with its digest; `undefined` unless kept. */
  readonly verifiedAt: number | undefined;
}

/** What a self-check of one kept language found, without touching the network. */
export interface OfflineCheck {
  readonly locale: Locale;
  readonly files: number;
  /** Paths of files that are missing or damaged. */
  readonly broken: readonly string[];
  /** A page picked by chance that opened with every style and script it names. */
  readonly page: { readonly path: string; readonly title: string } | undefined;
  readonly isSearchWhole: boolean;
  readonly isDeckWhole: boolean;
}
