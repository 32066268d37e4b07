/** What an address asks for, in the order in which it is looked for. */
export interface AskedFor {
  /** Path below the base path. */
  readonly path: string;
  /** Whether the browser must be sent there, since its own address is another one. */
  readonly isElsewhere: boolean;
}

/**
 * What a path of the site may mean: itself, or the page of that folder. Query and fragment are no part of it.
 * Hosts do the same: `/zh/map`, `/zh/map/` and `/zh/map/index.html` are one page.
 */
export function readAddress(pathname: string, base: string): AskedFor[] {
  if (!pathname.startsWith(base)) return [];
  const path = pathname.slice(base.length);
  if (path === '' || path.endsWith('/')) return [{ path, isElsewhere: false }];
  const folder = /^(.*\/)?index\.html$/.exec(path);
  return [
    { path, isElsewhere: false },
    { path: folder ? (folder[1] ?? '') : `${path}/`, isElsewhere: true },
  ];
}
