import type { Locale } from '../format/locale.ts';
import type { UpdateTexts } from '../format/update-texts.ts';
import { WORKER_FILE } from '../offline/precache.ts';
import type { Text } from './lesson/fact-table.ts';
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

/** What is said of a new version, by locale. */
export function readUpdateTexts({ languages, textsOf }: Languages): Record<Locale, UpdateTexts> {
  return Object.fromEntries(
    Object.entries(languages).map(([locale, language]) => {
      const texts = textsOf(language);
      return [
        locale,
        {
          ready: texts('update.ready'),
          accept: texts('update.accept'),
          later: texts('update.later'),
          running: texts('update.running'),
        },
      ];
    }),
  );
}

interface Languages {
  /** Language tags by locale. */
  readonly languages: Readonly<Record<Locale, string>>;
  readonly textsOf: (language: string) => Text;
}
