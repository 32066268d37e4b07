import { options } from 'virtual:recall/options';
import { storageNamespace } from '../../format/storage-keys.ts';
import type { LearnerLog, Preferences } from '../../store/index.ts';
import { readClock } from './answers.ts';
import { createFolderMemory, findFolderPicker } from './folder-handle.ts';
import { createFolderKeeper, type FolderKeeper } from './folder-keeper.ts';

/** The automatic backup of this browser, or `undefined` where a site cannot write into folders. */
export function openFolderKeeper(log: LearnerLog, preferences: Preferences): FolderKeeper | undefined {
  if (!findFolderPicker()) return undefined;
  const namespace = storageNamespace(options.base);
  return createFolderKeeper({
    log,
    preferences,
    memory: createFolderMemory(namespace),
    siteTitle: options.siteTitle,
    now: readClock,
    createDevice: () => {
      const bytes = crypto.getRandomValues(new Uint8Array(8));
      return [...bytes].map((byte) => (byte % 36).toString(36)).join('');
    },
    onLeave: (listener) =>
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') listener();
      }),
    pause: () =>
      new Promise((resolve) => {
        // A page that is being left has no time to lose, and one that nobody sees has nothing better to do.
        if (document.visibilityState === 'hidden') resolve();
        else if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 100 });
        else setTimeout(resolve);
      }),
    exclusively: async (task) => {
      if (navigator.locks) await navigator.locks.request(`${namespace}folder`, task);
      else await task();
    },
  });
}
