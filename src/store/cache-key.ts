/** What the keys of caches begin with, after the namespace. */
export const CACHE_KEY_PREFIX = 'k:';
