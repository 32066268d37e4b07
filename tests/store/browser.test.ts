import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import type { LearnerEvent } from '../../src/format/event.ts';
import {
  type BrowserScope,
  createBrowserPreferences,
  createWriter,
  openBrowserLog,
} from '../../src/store/browser.ts';
import { keyOfEventId } from '../../src/store/event-id.ts';
import { formatRecord } from '../../src/store/record.ts';
import { createMemoryStorage, foreignReview, type MemoryStorage, NAMESPACE, NOW, reviewAt } from './fakes.ts';

/** A window with only what the store uses. */
function createScope(storage: MemoryStorage, parts: Partial<Record<keyof BrowserScope, unknown>> = {}) {
  const target = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const scope = {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    crypto: globalThis.crypto,
    localStorage: storage,
    indexedDB: new IDBFactory(),
    document,
    ...parts,
  } as unknown as BrowserScope;
  const fireStorage = (detail: { key: string | null; newValue: string | null; storageArea?: unknown }) =>
    target.dispatchEvent(Object.assign(new Event('storage'), { storageArea: storage, ...detail }));
  const firePageShow = (persisted: boolean) =>
    target.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  return { scope, document, fireStorage, firePageShow };
}

const blocked = {
  get localStorage(): never {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
  get indexedDB(): never {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
};

describe('what the browser allows', () => {
  test('[S13] everything: durable', async () => {
    const { scope } = createScope(createMemoryStorage());
    const log = await openBrowserLog(NAMESPACE, scope);
    expect(await log.append(reviewAt(NOW)).saved).toEqual({ local: true, journal: true });
    expect(log.health()).toEqual({ level: 'durable', reasons: [] });
    await log.close();
  });

  test('[S13] nothing, where even looking throws: memory only', async () => {
    const { scope } = createScope(createMemoryStorage());
    Object.defineProperties(scope, Object.getOwnPropertyDescriptors(blocked));
    const log = await openBrowserLog(NAMESPACE, scope);
    expect(log.health()).toEqual({ level: 'memory-only', reasons: ['storage-missing', 'journal-missing'] });
    expect(createBrowserPreferences(NAMESPACE, scope).set('locale', 'en')).toBe(false);
  });

  test('[S13] null in place of either, and no BroadcastChannel', async () => {
    const { scope } = createScope(createMemoryStorage(), {
      localStorage: null,
      indexedDB: null,
      BroadcastChannel: undefined,
    });
    const log = await openBrowserLog(NAMESPACE, scope);
    expect(log.health().level).toBe('memory-only');
  });

  test('[S13] a full storage is still read', async () => {
    const storage = createMemoryStorage();
    const event = foreignReview(NOW, 'writera', 0);
    storage.map.set(NAMESPACE + keyOfEventId(event.id), formatRecord(event));
    storage.quota = 0;
    const log = await openBrowserLog(NAMESPACE, createScope(storage).scope);
    expect(log.events()).toEqual([event]);
    await log.close();
  });

  test('[S11] the database carries the namespace', async () => {
    const { scope } = createScope(createMemoryStorage());
    const log = await openBrowserLog(NAMESPACE, scope);
    expect((await scope.indexedDB?.databases())?.map(({ name }) => name)).toEqual([`${NAMESPACE}journal`]);
    await log.close();
  });
});

describe('the wire', () => {
  const event = foreignReview(NOW, 'writera', 0);
  const key = NAMESPACE + keyOfEventId(event.id);
  const text = formatRecord(event);

  test('[S23] a storage event brings the event; others and other areas are passed over', async () => {
    const storage = createMemoryStorage();
    const { scope, fireStorage } = createScope(storage);
    const log = await openBrowserLog(NAMESPACE, scope);
    fireStorage({ key: null, newValue: null });
    fireStorage({ key, newValue: null });
    fireStorage({ key: `recall:/other/${keyOfEventId(event.id)}`, newValue: text });
    fireStorage({ key, newValue: text, storageArea: {} });
    expect(log.events()).toEqual([]);
    fireStorage({ key, newValue: text });
    expect(log.events()).toEqual([event]);
    await log.close();
  });

  test('[S23] a broadcast brings the event, and nonsense does nothing', async () => {
    const parts = { BroadcastChannel };
    const log = await openBrowserLog(NAMESPACE, createScope(createMemoryStorage(), parts).scope);
    const sender = new BroadcastChannel(NAMESPACE);
    const heard = new Promise<readonly LearnerEvent[]>((resolve) => log.subscribe(resolve));
    for (const nonsense of [null, 7, 'e:', {}, [null, 1, { key: 1, text: 1 }, { key: 'e:a:0' }]]) {
      sender.postMessage(nonsense);
    }
    sender.postMessage([{ key: keyOfEventId(event.id), text }]);
    expect(await heard).toEqual([event]);
    sender.close();
    await log.close();
  });

  test('[S23] two windows tell each other', async () => {
    const parts = { BroadcastChannel, localStorage: undefined, indexedDB: undefined };
    const one = await openBrowserLog(NAMESPACE, createScope(createMemoryStorage(), parts).scope);
    const other = await openBrowserLog(NAMESPACE, createScope(createMemoryStorage(), parts).scope);
    const heard = new Promise<readonly LearnerEvent[]>((resolve) => other.subscribe(resolve));
    const { event: sent } = one.append(reviewAt(NOW));
    expect(await heard).toEqual([sent]);
    await Promise.all([one.close(), other.close()]);
  });

  test('[S38] erasing in one window empties the other', async () => {
    const parts = { BroadcastChannel, localStorage: undefined, indexedDB: undefined };
    const one = await openBrowserLog(NAMESPACE, createScope(createMemoryStorage(), parts).scope);
    const other = await openBrowserLog(NAMESPACE, createScope(createMemoryStorage(), parts).scope);
    const heard = new Promise<readonly LearnerEvent[]>((resolve) => other.subscribe(resolve));
    one.append(reviewAt(NOW));
    await heard;
    const lost = new Promise<void>((resolve) => other.watchLoss(resolve));
    await one.eraseEverything(NOW + 1);
    await lost;
    expect(other.events()).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  });

  test.each([undefined, {}, 'taken', 'free'])('[S30] packs with locks %j', async (locks) => {
    const request = async (_name: string, _options: unknown, use: (lock: unknown) => unknown) =>
      use(locks === 'free' ? {} : null);
    const navigator = typeof locks === 'string' ? { locks: { request } } : locks;
    const storage = createMemoryStorage();
    const { scope } = createScope(storage, { navigator });
    const packing = { keepEvents: 0, keepMs: 0, minEvents: 3, maxEvents: 9 };
    const log = await openBrowserLog(NAMESPACE, scope, { packing: { ...packing, minEvents: 99 } });
    for (let count = 0; count < 5; count += 1) await log.append(reviewAt(NOW + count)).saved;
    await log.close();
    const packed = await openBrowserLog(NAMESPACE, scope, { packing });
    await packed.pack();
    expect(storage.map.size).toBe(locks === 'taken' ? 6 : 2);
    await packed.close();
  });

  test('[S24] becoming visible looks around, becoming hidden does not', async () => {
    const storage = createMemoryStorage();
    const { scope, document } = createScope(storage);
    const log = await openBrowserLog(NAMESPACE, scope);
    storage.map.set(key, text);
    document.visibilityState = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(log.events()).toEqual([]);
    document.visibilityState = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(log.events()).toEqual([event]);
    await log.close();
  });
});

test('[S24] a page that the browser had put aside looks around when it is shown again, a new one need not', async () => {
  const storage = createMemoryStorage();
  const { scope, firePageShow } = createScope(storage);
  const log = await openBrowserLog(NAMESPACE, scope);
  const event = foreignReview(NOW, 'foreign', 1);
  storage.map.set(`${NAMESPACE}${keyOfEventId(event.id)}`, formatRecord(event));
  firePageShow(false);
  expect(log.events()).toEqual([]);
  firePageShow(true);
  expect(log.events()).toEqual([event]);
  await log.close();
});

test('[S25] where storage is refused, a preference is kept for the next page, and erased with everything', async () => {
  const indexedDB = new IDBFactory();
  const openPage = async () => {
    const { scope } = createScope(createMemoryStorage(), { localStorage: undefined, indexedDB });
    const early = createBrowserPreferences(NAMESPACE, scope);
    const log = await openBrowserLog(NAMESPACE, scope, { patienceMs: 1000 });
    return { log, early, late: createBrowserPreferences(NAMESPACE, scope) };
  };
  const first = await openPage();
  expect(first.late.set('backup', '1 2')).toBe(false);
  expect(first.early.get('backup')).toBe('1 2');
  await vi.waitFor(async () => expect((await openPage()).early.get('backup')).toBe('1 2'));
  const second = await openPage();
  await second.log.eraseEverything(1);
  expect(second.late.get('backup')).toBeUndefined();
  expect((await openPage()).late.get('backup')).toBeUndefined();
});

test('[S1] a writer is ten base-36 digits, drawn evenly', () => {
  const bytes = [255, 252, 0, 35, 36, 251, 10, 11, 12, 13, 14, 15];
  const crypto = {
    getRandomValues: (array: Uint8Array) => array.fill(bytes.shift() ?? 0),
  } as unknown as Crypto;
  expect(createWriter(crypto)).toBe('0z0zabcdef');
  expect(createWriter(globalThis.crypto)).toMatch(/^[0-9a-z]{10}$/);
});
