/** How long the engine's own steps of a build take. */
export interface Steps {
  /** Does the work, and keeps under its name how long it took. */
  measure<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  /** Every step with its milliseconds, in the order of their first end: `compile 512 ms, worker 90 ms`. */
  format(): string;
}

/** Steps of which none has been done. Work done again under a name adds to it. */
export function createSteps(now: () => number = () => performance.now()): Steps {
  const totals = new Map<string, number>();
  return {
    async measure(name, work) {
      const startedAt = now();
      try {
        return await work();
      } finally {
        totals.set(name, (totals.get(name) ?? 0) + now() - startedAt);
      }
    },
    format: () => [...totals].map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`).join(', '),
  };
}
