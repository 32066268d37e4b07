/**
 * Parses the base path of a site (`BASE_PATH`) to the form with a slash at both ends; nothing given means `/`.
 * @throws Error for a value that is no path.
 */
export function parseBasePath(text: string | undefined): string {
  const base = `/${text ?? ''}/`.replace(/\/{2,}/g, '/');
  if (/^\/(?:[\w.~-]+\/)*$/.test(base) && !/\/\.{1,2}\//.test(base)) return base;
  throw new Error(`BASE_PATH “${text}” is no path: write it like “/x/”.`);
}
