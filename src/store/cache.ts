import { CACHE_KEY_PREFIX } from './cache-key.ts';
import type { LocalSide } from './local-side.ts';
import { seal, unseal } from './seal.ts';

/** Texts that can be made again from the log at any time. Nothing in it is data; no member throws. */
export interface Cache {
  /** The text set under a name, if it was set with just this stamp and is undamaged. */
  get(name: string, stamp: string): string | undefined;
  /** Puts a text in place of whatever the name had; returns whether it was kept. */
  set(name: string, stamp: string, text: string): boolean;
}

/** A cache on the local side, which drops it before it refuses anything of the learner's. */
export function createCache(local: LocalSide, maxUnits: number): Cache {
  return {
    get(name, stamp) {
      const body = unseal(local.read(CACHE_KEY_PREFIX + name) ?? '');
      return body?.startsWith(`${stamp}\n`) ? body.slice(stamp.length + 1) : undefined;
    },
    set(name, stamp, text) {
      const key = CACHE_KEY_PREFIX + name;
      const isTooLong = local.units() + text.length > maxUnits;
      if (!isTooLong && local.replace(key, seal(`${stamp}\n${text}`)) === undefined) return true;
      local.remove([key]);
      return false;
    },
  };
}
