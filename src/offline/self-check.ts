import type { OfflineCheck } from '../format/offline.ts';
import { PREFIX } from '../format/prefix.ts';
import type { Bundle } from './bundle.ts';

/** What a self-check needs of the worker; `find` answers as it would for a page, but never from the network. */
export interface CheckHost {
  readonly base: string;
  readonly find: (path: string) => Promise<Response | undefined>;
  /** Paths of damaged files that every page needs. */
  readonly brokenShell: readonly string[];
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** Proves that a kept language works without a network: every file, a page with all it names, search, a deck. */
export async function checkBundle(bundle: Bundle, host: CheckHost): Promise<OfflineCheck> {
  const { locale, files } = bundle.list;
  const broken = [...host.brokenShell, ...(await bundle.verify())];
  const intact = files.map(({ path }) => path).filter((path) => !broken.includes(path));
  const pages = intact.filter((path) => path.endsWith('/'));
  const decks = intact.filter((path) => path.startsWith(`${PREFIX}/${locale}/`) && path.endsWith('.json'));
  // A lesson says more than a page that the reader opens every day.
  const lessons = pages.filter((path) => decks.includes(`${PREFIX}/${path.slice(0, -1)}.json`));
  const isSearch = (path: string) => path.startsWith('pagefind/');
  return {
    locale,
    files: files.length,
    broken,
    page: await openWhole(pick(lessons.length > 0 ? lessons : pages, host.random), host),
    isSearchWhole: intact.some(isSearch) && !broken.some(isSearch),
    isDeckWhole:
      (await isJson(pick(decks, host.random), host)) && (await isJson(`${PREFIX}/deck.json`, host)),
  };
}

/** Opens a page and looks for every style and script that it names. */
async function openWhole(path: string | undefined, host: CheckHost): Promise<OfflineCheck['page']> {
  const html = path === undefined ? undefined : await (await host.find(path))?.text();
  if (path === undefined || !html?.includes('</html>')) return undefined;
  for (const [, url = ''] of html.matchAll(/\s(?:src|href)="([^"?#]+\.(?:js|css))"/g)) {
    if (url.startsWith(host.base) && !(await host.find(url.slice(host.base.length)))) return undefined;
  }
  return { path, title: readTitle(html) ?? path };
}

/** The heading of a page, as text. */
function readTitle(html: string): string | undefined {
  const heading = /<h1[^>]*>([\s\S]*?)<\/h1>/
    .exec(html)?.[1]
    ?.replace(/<[^>]*>/g, '')
    .trim();
  return heading?.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

async function isJson(path: string | undefined, host: CheckHost): Promise<boolean> {
  try {
    const response = path === undefined ? undefined : await host.find(path);
    await response?.json();
    return response !== undefined;
  } catch {
    return false;
  }
}

function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}
