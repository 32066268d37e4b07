/** The one public prefix of the engine: custom elements, CSS classes, storage keys, caches and URLs. */
export const PREFIX = 'recall';
