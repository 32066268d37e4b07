import { WORKER_FILE } from '../offline/precache.ts';
import { writeKillSwitch, writeServiceWorker } from './service-worker.ts';

type Build = Parameters<typeof writeServiceWorker>[0] & { readonly isOn: boolean };

/**
 * Makes a finished build work offline, or makes browsers forget it, and says in a sentence which.
 * @throws Error as `writeServiceWorker` does.
 */
export async function keepOffline({ isOn, ...build }: Build): Promise<string> {
  await writeKillSwitch(build.dist);
  if (!isOn) {
    await writeKillSwitch(build.dist, WORKER_FILE);
    return 'Offline use is off: browsers that have kept the site forget it.';
  }
  const { shell, languages } = await writeServiceWorker(build);
  const parts = Object.entries({ 'every page': shell, ...languages }).map(
    ([name, { files, bytes }]) => `${name} ${files} files, ${(bytes / 1024 / 1024).toFixed(1)} MiB`,
  );
  return `Kept for offline use: ${parts.join('; ')}.`;
}
