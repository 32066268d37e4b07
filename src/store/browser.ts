import type { WriterId } from '../format/id.ts';
import type { Change, ChangeChannel, Entry, Journal, StorageLike } from './entry.ts';
import { findStorage } from './find-storage.ts';
import { createIndexedDbJournal } from './indexed-db-journal.ts';
import { withPatience } from './journal-side.ts';
import { type LearnerLog, type LogOptions, openLog } from './log.ts';
import { createPreferences, type Preferences } from './preferences.ts';
import { createSparePreferences, type SparePreferences } from './spare-preferences.ts';

/** What the store uses of a window. */
export type BrowserScope = Pick<
  Window & typeof globalThis,
  'addEventListener' | 'removeEventListener' | 'crypto'
> &
  Partial<
    Pick<
      Window & typeof globalThis,
      'localStorage' | 'indexedDB' | 'BroadcastChannel' | 'document' | 'navigator' | 'requestIdleCallback'
    >
  >;

/** Opens the log under a namespace that no other site of the origin uses, with whatever this browser allows. */
export async function openBrowserLog(
  namespace: string,
  scope: BrowserScope = window,
  chosen: Partial<LogOptions> = {},
): Promise<LearnerLog> {
  const storage = findStorage(scope);
  const spare = findSpare(scope, storage, namespace);
  const [log] = await Promise.all([
    openLog({
      namespace,
      storage,
      journal: findJournal(scope, `${namespace}journal`),
      writer: createWriter(scope.crypto),
      channel: createBrowserChannel(scope, storage, namespace),
      elect: createElection(scope, `${namespace}pack`),
      pause: () => pauseIn(scope),
      ...chosen,
    }),
    withPatience(spare.load(), chosen.patienceMs ?? PATIENCE_MS, undefined),
  ]);
  return {
    ...log,
    async eraseEverything(now) {
      const [saved] = await Promise.all([log.eraseEverything(now), spare.clear()]);
      return saved;
    },
  };
}

/** The preferences under a namespace. Where the browser refuses storage, those of an earlier page come with the log. */
export function createBrowserPreferences(namespace: string, scope: BrowserScope = window): Preferences {
  const storage = findStorage(scope);
  return createPreferences(storage, namespace, findSpare(scope, storage, namespace));
}

/** Ten random base-36 digits: two page loads in a lifetime do not meet. */
export function createWriter(crypto: Pick<Crypto, 'getRandomValues'>): WriterId {
  let digits = '';
  while (digits.length < 10) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    // 252 is the last multiple of 36: beyond it some digits would come more often.
    if (byte < 252) digits += (byte % 36).toString(36);
  }
  return digits as WriterId;
}

/** Settles when the page has nothing better to do, or has had a frame to do it in. */
function pauseIn(scope: BrowserScope): Promise<void> {
  return new Promise((resolve) => {
    if (scope.requestIdleCallback) scope.requestIdleCallback(() => resolve(), { timeout: LONGEST_PAUSE_MS });
    else setTimeout(resolve, PAUSE_MS);
  });
}

// Long enough for a frame to be painted in between.
const PAUSE_MS = 20;
// A page that is never idle is packed all the same.
const LONGEST_PAUSE_MS = 1000;

const PATIENCE_MS = 5000;

/** One tab at a time, where the browser can tell; packing is safe without. */
function createElection(scope: BrowserScope, name: string): (task: () => Promise<void>) => Promise<void> {
  const locks = scope.navigator?.locks;
  if (!locks) return (task) => task();
  return async (task) => {
    await locks.request(name, { ifAvailable: true }, (lock) => (lock ? task() : undefined));
  };
}

/** One for each namespace of a page, so that all its parts agree; with a database only where there is no storage. */
function findSpare(
  scope: BrowserScope,
  storage: StorageLike | undefined,
  namespace: string,
): SparePreferences {
  const known = SPARES.get(scope) ?? new Map<string, SparePreferences>();
  SPARES.set(scope, known);
  const found =
    known.get(namespace) ??
    createSparePreferences(storage ? undefined : findJournal(scope, `${namespace}preferences`));
  known.set(namespace, found);
  return found;
}

const SPARES = new WeakMap<BrowserScope, Map<string, SparePreferences>>();

function findJournal(scope: BrowserScope, name: string): Journal | undefined {
  try {
    return scope.indexedDB ? createIndexedDbJournal(scope.indexedDB, name) : undefined;
  } catch {
    return undefined;
  }
}

function createBrowserChannel(
  scope: BrowserScope,
  storage: StorageLike | undefined,
  namespace: string,
): ChangeChannel {
  const broadcast = findBroadcast(scope, namespace);
  return {
    post: (entries) => broadcast?.postMessage(entries),
    listen(listener: (change: Change) => void) {
      const onStorage = ({ key, newValue, storageArea }: StorageEvent) => {
        if (storageArea !== storage || newValue === null || !key?.startsWith(namespace)) return;
        listener({ type: 'written', entries: [{ key: key.slice(namespace.length), text: newValue }] });
      };
      const onVisible = () => {
        if (scope.document?.visibilityState === 'visible') listener({ type: 'woken' });
      };
      // A page that comes back from the browser's memory was asleep, and not every browser tells it so otherwise.
      const onShown = ({ persisted }: PageTransitionEvent) => {
        if (persisted) listener({ type: 'woken' });
      };
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        if (Array.isArray(data)) listener({ type: 'written', entries: data.filter(isEntry) });
      };
      scope.addEventListener('storage', onStorage);
      scope.addEventListener('pageshow', onShown);
      scope.document?.addEventListener('visibilitychange', onVisible);
      broadcast?.addEventListener('message', onMessage);
      return () => {
        scope.removeEventListener('storage', onStorage);
        scope.removeEventListener('pageshow', onShown);
        scope.document?.removeEventListener('visibilitychange', onVisible);
        broadcast?.close();
      };
    },
  };
}

function findBroadcast(scope: BrowserScope, namespace: string): BroadcastChannel | undefined {
  try {
    return scope.BroadcastChannel ? new scope.BroadcastChannel(namespace) : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  return 'key' in value && typeof value.key === 'string' && 'text' in value && typeof value.text === 'string';
}
