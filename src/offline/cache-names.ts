import type { Locale } from '../format/locale.ts';
import { PREFIX } from '../format/prefix.ts';
import { storageNamespace } from '../format/storage-keys.ts';

/** The cache of what every page needs, by Workbox’s rule for names; `scope` is the worker’s, a whole URL. */
export function shellCacheName(scope: string): string {
  return `${PREFIX}-precache-v2-${scope}`;
}

/**
 * The cache of one language. Not under Workbox’s kind of name: a Workbox site above this one on the same origin
 * (`user.github.io/`) deletes every such cache whose name begins with its own address.
 */
export function bundleCacheName(scope: string, locale: Locale): string {
  return bundlePrefix(scope) + locale;
}

/** Whether a cache belongs to the site at `scope`, and not to another one on the same origin. */
export function isOwnCache(name: string, scope: string): boolean {
  return name === shellCacheName(scope) || name.startsWith(bundlePrefix(scope));
}

function bundlePrefix(scope: string): string {
  return `${storageNamespace(new URL(scope).pathname)}files:`;
}
