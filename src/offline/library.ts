import type { Locale } from '../format/locale.ts';
import type { OfflineReport } from '../format/offline.ts';
import { type Bundle, type BundleHost, createBundle, holdsWholeBundle } from './bundle.ts';
import { bundleCacheName } from './cache-names.ts';
import { localeOfFileList, parseFileList } from './file-list.ts';
import type { Shell } from './shell.ts';

/** All that one version of the site can keep. */
export interface Library {
  /** A kept file of any language or of the shell. */
  find(path: string): Promise<Response | undefined>;
  /** The language that one of these paths belongs to, kept or not. */
  localeOf(paths: readonly string[]): Promise<Locale | undefined>;
  bundles(): Promise<readonly Bundle[]>;
  /** Keeps languages; two calls at once for the same one are one. @throws KeepError */
  keep(locales: Iterable<Locale>, options?: KeepOptions): Promise<void>;
  remove(locale: Locale): Promise<void>;
  /** Keeps whatever language another version has kept whole. @throws KeepError, so that this one is not installed. */
  update(): Promise<void>;
  /** Drops files of other versions. */
  prune(): Promise<void>;
  report(): Promise<OfflineReport>;
}

interface KeepOptions {
  readonly onProgress?: (locale: Locale, done: number, total: number) => void;
}

/** The library of a version: `paths` are those of its shell, the lists of files among them. */
export function createLibrary(options: {
  readonly paths: readonly string[];
  readonly shell: Shell;
  readonly host: BundleHost;
}): Library {
  const { paths, shell, host } = options;
  const running = new Map<Locale, Promise<void>>();
  const nameOf = (locale: Locale) => bundleCacheName(host.scope, locale);
  let loading: Promise<readonly Bundle[]> | undefined;
  const bundles = () => {
    loading ??= load();
    return loading;
  };
  const load = async () => {
    const lists = paths.filter((path) => localeOfFileList(path) !== undefined);
    const texts = await Promise.all(lists.map(async (path) => (await shell.find(path))?.text()));
    return lists.flatMap((path, index) => {
      const text = texts[index];
      if (text === undefined) return [];
      const list = parseFileList(path, text);
      return [createBundle(list, nameOf(list.locale), host)];
    });
  };
  const keepOne = (bundle: Bundle, { onProgress }: KeepOptions) => {
    const { locale } = bundle.list;
    const keeping =
      running.get(locale) ??
      bundle.keep((done, total) => onProgress?.(locale, done, total)).finally(() => running.delete(locale));
    running.set(locale, keeping);
    return keeping;
  };
  const keep: Library['keep'] = async (locales, keepOptions = {}) => {
    const wanted = new Set(locales);
    for (const bundle of await bundles()) {
      if (wanted.has(bundle.list.locale)) await keepOne(bundle, keepOptions);
    }
  };

  return {
    bundles,
    keep,
    find: async (path) => {
      const own = await shell.find(path);
      if (own) return own;
      for (const bundle of await bundles()) {
        const file = await bundle.find(path);
        if (file) return file;
      }
      return undefined;
    },
    localeOf: async (asked) =>
      (await bundles()).find(({ list }) => list.files.some(({ path }) => asked.includes(path)))?.list.locale,
    remove: async (locale) => {
      // What is being fetched goes on into a cache that is no longer there.
      running.delete(locale);
      for (const bundle of await bundles()) if (bundle.list.locale === locale) await bundle.remove();
    },
    update: async () => {
      const kept: Locale[] = [];
      for (const { list } of await bundles()) {
        const name = nameOf(list.locale);
        if (!(await host.caches.has(name))) continue;
        if (await holdsWholeBundle(await host.caches.open(name), host.scope)) kept.push(list.locale);
      }
      await keep(kept);
    },
    prune: async () => {
      for (const bundle of await bundles()) await bundle.prune();
    },
    report: async () => ({
      shell: await shell.amount(),
      languages: await Promise.all(
        (await bundles()).map(async ({ list, ...bundle }) => ({
          locale: list.locale,
          files: list.files.length,
          bytes: list.files.reduce((sum, { bytes }) => sum + bytes, 0),
          state: await bundle.state(),
          verifiedAt: await bundle.verifiedAt(),
        })),
      ),
    }),
  };
}
