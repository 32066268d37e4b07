/** A seed that no earlier session had, as far as chance goes. */
export function createSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
