import { NOTE_ANCHOR_PREFIX } from '../format/anchor.ts';
import type { Issue } from '../format/issue.ts';
import type { Locale } from '../format/locale.ts';
import { createIssue } from './issue.ts';
import type { LinkMark } from './link.ts';
import { nearest } from './nearest.ts';
import type { SitePages } from './site-pages.ts';

/** The page that links stand on: its address and its language, which a page outside all languages has not. */
export interface LinkOrigin {
  readonly address: string;
  readonly locale: Locale | undefined;
}

/** Issues of links that lead nowhere inside the site, or into another language; external ones are not followed. */
export function checkLinks(
  links: readonly LinkMark[],
  origin: LinkOrigin,
  pages: SitePages,
  locales: readonly Locale[],
): Issue[] {
  return links.flatMap((link) => checkLink(link, origin, pages, locales));
}

const SITE = 'https://course.invalid';

function checkLink(
  { url, place }: LinkMark,
  origin: LinkOrigin,
  pages: SitePages,
  locales: readonly Locale[],
): Issue[] {
  if (url === '' || !URL.canParse(url, SITE + origin.address)) return [];
  const target = new URL(url, SITE + origin.address);
  if (target.origin !== SITE) return [];
  const path = decode(target.pathname);
  const rest = target.search + target.hash;
  if (!pages.has(path)) {
    if (isFile(path)) return [];
    const near = nearPage(path, origin.locale, pages);
    if (near === `${path}/`)
      return [createIssue('missing-trailing-slash', place, { url, near: withSlash(url) })];
    return [createIssue('broken-link', place, { url, near: near && near + rest })];
  }
  const issues: Issue[] = [];
  const [, first = ''] = path.split('/');
  if (origin.locale !== undefined && first !== origin.locale && locales.includes(first)) {
    const own = `/${origin.locale}${path.slice(first.length + 1)}`;
    issues.push(createIssue('other-language-link', place, { url, near: pages.has(own) ? own + rest : own }));
  }
  const anchor = decode(target.hash.slice(1));
  const anchors = pages.get(path);
  if (anchor !== '' && anchors !== undefined && !anchors.has(anchor)) {
    const page = url.slice(0, url.indexOf('#'));
    const near = nearAnchor(anchor, anchors);
    issues.push(
      createIssue('broken-anchor', place, {
        url,
        anchor,
        near: near && `${page}#${near}`,
        known: [...anchors].filter((known) => !known.startsWith('_')),
      }),
    );
  }
  return issues;
}

/** The page that was most likely meant: a slash, a language or an extension apart, elsewhere, or misspelt. */
function nearPage(path: string, locale: Locale | undefined, pages: SitePages): string | undefined {
  const plain = `${path.replace(/(?:\/index)?(?:\.(?:mdx?|html))?\/?$/, '')}/`;
  const exact = [plain, ...(locale === undefined ? [] : [`/${locale}${plain}`])];
  const found = exact.find((address) => pages.has(address));
  if (found !== undefined) return found;
  const own = [...pages.keys()].filter((address) => !locale || address.startsWith(`/${locale}/`));
  const [parent, name] = splitAddress(plain);
  const namesakes = own.filter((address) => splitAddress(address)[1] === name);
  if (namesakes.length === 1) return namesakes[0];
  const siblings = own.map(splitAddress).filter(([above]) => above === parent);
  const near = nearest(
    name,
    siblings.map(([, sibling]) => sibling),
  );
  return near === undefined ? undefined : `${parent}${near}/`;
}

/** What an address lies below, and its own name: `/en/heap/`, `marking`. */
function splitAddress(address: string): [string, string] {
  const [, parent = '/', name = ''] = /^(.*\/)([^/]*)\/$/.exec(address) ?? [];
  return [parent, name];
}

function nearAnchor(anchor: string, anchors: ReadonlySet<string>): string | undefined {
  const note = NOTE_ANCHOR_PREFIX + anchor;
  return anchors.has(note) ? note : nearest(anchor, [...anchors]);
}

/** Whether a path names a file of the site, such as an image, which no page of the course stands for. */
function isFile(path: string): boolean {
  return /\.[a-z0-9]+$/i.test(path) && !/\.(?:mdx?|html)$/.test(path);
}

function withSlash(url: string): string {
  return url.replace(/^[^?#]*/, '$&/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
