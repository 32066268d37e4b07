/** Nothing answers: there is no network, or the site is down. */
export class UnreachableError extends Error {}

/**
 * Loads a JSON file of the site; `undefined` if the site has no such file.
 * @throws UnreachableError, or Error where the answer cannot be read.
 */
export async function loadSiteJson<T>(url: string): Promise<T | undefined> {
  try {
    const response = await fetch(url);
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return (await response.json()) as T;
  } catch (cause) {
    // What `fetch` throws where there is no answer or only a part of it, in words that differ from browser to browser.
    if (cause instanceof TypeError) throw new UnreachableError(url, { cause });
    throw cause;
  }
}
