import { seal, unseal } from './seal.ts';

/** Version of everything stored under a namespace; a reader of an older one does not write. */
export const DATA_VERSION = 1;

/** The key of the version, after the namespace. */
export const VERSION_KEY = 'version';

/** The version as it is stored: sealed like a record, so that a flipped bit does not lock the learner out. */
export function formatVersion(version: number): string {
  return seal(String(version));
}

/** Reads {@link formatVersion}; `undefined` if the text is damaged. */
export function parseVersion(text: string): number | undefined {
  const body = unseal(text);
  return body !== undefined && /^[1-9]\d{0,8}$/.test(body) ? Number(body) : undefined;
}
