/** The listeners of one kind of news. */
export interface Listeners<T> {
  /** Returns the function that removes it. */
  add(listener: (value: T) => void): () => void;
  /** Calls every listener; one that throws stops nothing, and its error still surfaces. */
  call(value: T): void;
}

/** No listeners yet. */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    add(listener) {
      // Wrapped, so that one function added twice is called twice and removed once.
      const own = (value: T) => listener(value);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    call(value) {
      for (const listener of [...listeners]) {
        try {
          listener(value);
        } catch (error) {
          // A faulty view must neither stop a save nor go unnoticed.
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
