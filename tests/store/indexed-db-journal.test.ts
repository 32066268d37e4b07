import { IDBDatabase as FakeDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { createIndexedDbJournal } from '../../src/store/indexed-db-journal.ts';
import { NAMESPACE } from './fakes.ts';

const NAME = `${NAMESPACE}journal`;
const A = { key: 'e:writera:0', text: 'a' };
const B = { key: 'e:writera:1', text: 'b' };
const NONE: ReadonlySet<string> = new Set();

afterEach(() => {
  vi.restoreAllMocks();
});

test('[S7] every write asks for strict durability', async () => {
  const transaction = vi.spyOn(FakeDatabase.prototype, 'transaction');
  await createIndexedDbJournal(new IDBFactory(), NAME).write([A]);
  expect(transaction.mock.calls.at(-1)).toEqual(['entries', 'readwrite', { durability: 'strict' }]);
});

test('[S12] what is written is loaded, except what is known', async () => {
  const factory = new IDBFactory();
  const journal = createIndexedDbJournal(factory, NAME);
  expect(await journal.load(NONE)).toEqual([]);
  await journal.write([B, A]);
  expect(await createIndexedDbJournal(factory, NAME).load(NONE)).toEqual([A, B]);
  expect(await journal.load(new Set([A.key]))).toEqual([B]);
});

test('[S8] an entry that exists counts as added, another text under its key rejects and adds nothing', async () => {
  const journal = createIndexedDbJournal(new IDBFactory(), NAME);
  await journal.write([A]);
  await journal.write([A, A]);
  await expect(journal.write([B, { ...A, text: 'other' }])).rejects.toThrow();
  expect(await journal.load(NONE)).toEqual([A]);
});

test('[S13] a connection that the browser has dropped is opened again', async () => {
  const factory = new IDBFactory();
  const opened: IDBDatabase[] = [];
  const open = factory.open.bind(factory);
  vi.spyOn(factory, 'open').mockImplementation((...args) => {
    const request = open(...args);
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  });
  const journal = createIndexedDbJournal(factory, NAME);
  await journal.write([A]);
  opened[0]?.close();
  await journal.write([B]);
  expect(opened).toHaveLength(2);
  expect(await journal.load(NONE)).toEqual([A, B]);
});

test('[S13] a database that cannot be opened rejects, and is tried anew the next time', async () => {
  const factory = new IDBFactory();
  const open = vi.spyOn(factory, 'open').mockImplementationOnce(() => {
    throw new DOMException('insecure', 'SecurityError');
  });
  const journal = createIndexedDbJournal(factory, NAME);
  await expect(journal.write([A])).rejects.toThrow('insecure');
  await journal.write([A]);
  expect(open).toHaveBeenCalledTimes(2);
});

test('[S13] another tab may delete the database', async () => {
  const factory = new IDBFactory();
  const journal = createIndexedDbJournal(factory, NAME);
  await journal.write([A]);
  await new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(NAME);
    request.onsuccess = resolve;
    request.onblocked = reject;
  });
  await journal.write([B]);
  expect(await journal.load(NONE)).toEqual([B]);
});

test('[S39] a write whose guard does not stand adds nothing', async () => {
  const journal = createIndexedDbJournal(new IDBFactory(), NAME);
  await journal.write([A], { key: 'era', text: undefined });
  await expect(journal.write([B], { key: 'era', text: 'one' })).rejects.toThrow();
  await journal.replace([], [{ key: 'era', text: 'one' }]);
  await expect(journal.write([B], { key: 'era', text: undefined })).rejects.toThrow();
  expect(await journal.read([A.key, B.key, 'era', 'nothing'])).toEqual([A, { key: 'era', text: 'one' }]);
  await journal.write([B], { key: 'era', text: 'one' });
  expect(await journal.read([B.key])).toEqual([B]);
});

test('[S8] removing and putting is one step, with strict durability', async () => {
  const transaction = vi.spyOn(FakeDatabase.prototype, 'transaction');
  const journal = createIndexedDbJournal(new IDBFactory(), NAME);
  await journal.write([A, B]);
  await journal.replace([A.key, 'nothing'], [{ ...B, text: 'other' }]);
  expect(transaction.mock.calls.at(-1)).toEqual(['entries', 'readwrite', { durability: 'strict' }]);
  expect(await journal.load(NONE)).toEqual([{ ...B, text: 'other' }]);
  await journal.replace('all', [A]);
  expect(await journal.load(NONE)).toEqual([A]);
});
