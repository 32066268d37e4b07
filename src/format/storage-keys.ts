import { PREFIX } from './prefix.ts';

/**
 * Start of every key, database and cache of the site at a base path, e.g. `recall:/course/`. Sites of one origin
 * (`user.github.io/a`, `/b`) share one storage, so the base path is part of it.
 */
export function storageNamespace(base: string): string {
  return `${PREFIX}:/${base}/`.replace(/\/+/g, '/');
}

/** Key of a preference: something remembered outside the learner's log. */
export function preferenceKey(base: string, name: string): string {
  return `${storageNamespace(base)}p:${name}`;
}
