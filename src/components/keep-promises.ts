/** A loader that is asked once for each name; what was lost is asked for again next time. */
export function keepPromises<Name, T>(load: (name: Name) => Promise<T>): (name: Name) => Promise<T> {
  const kept = new Map<Name, Promise<T>>();
  return (name) => {
    const known = kept.get(name);
    if (known) return known;
    const promise = load(name);
    kept.set(name, promise);
    promise.catch(() => kept.delete(name));
    return promise;
  };
}
