import { CACHE_KEY_PREFIX } from './cache-key.ts';
import { CHUNK_KEY_PREFIX } from './chunk.ts';
import { ERA_KEY } from './era.ts';
import { EVENT_KEY_PREFIX } from './event-id.ts';
import { VERSION_KEY } from './version.ts';

/** What the keys of quarantined texts begin with, after the namespace. */
export const QUARANTINE_KEY_PREFIX = 'q:';

/** Whether a key is one of the log, and not of a cache or of preferences. */
export function isLogKey(key: string): boolean {
  return (
    key === VERSION_KEY ||
    key === ERA_KEY ||
    [EVENT_KEY_PREFIX, CHUNK_KEY_PREFIX, QUARANTINE_KEY_PREFIX].some((prefix) => key.startsWith(prefix))
  );
}

/** Whether a key is that of a chunk or of its mirror. */
export function isChunkKey(key: string): boolean {
  return key.startsWith(CHUNK_KEY_PREFIX);
}

/** Whether what a key holds can be made again. */
export function isCacheKey(key: string): boolean {
  return key.startsWith(CACHE_KEY_PREFIX);
}

/** A namespace `recall:/` is also the start of the keys of a site at `/x/`, which have a slash before any colon. */
export function isOwnKey(key: string): boolean {
  return /^[^/:]+(?::|$)/.test(key);
}
