/** Fetches a zipped file and gives what is in it. @throws Error where it cannot be loaded. */
export async function fetchUnzipped(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status}`);
  const unzipped = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unzipped).arrayBuffer());
}

/** A loader that is asked once for each name; what was lost is asked for again next time. */
export function keepPromises<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (name) => {
    const known = kept.get(name);
    if (known) return known;
    const promise = load(name);
    kept.set(name, promise);
    promise.catch(() => kept.delete(name));
    return promise;
  };
}
