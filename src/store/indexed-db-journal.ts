import type { Entry, Guard, Journal } from './entry.ts';

/** A journal in an IndexedDB database of this name, opened at first use and again whenever the browser closes it. */
export function createIndexedDbJournal(factory: IDBFactory, name: string): Journal {
  let opening: Promise<IDBDatabase> | undefined;
  const forget = () => {
    opening = undefined;
  };
  const connect = async () => {
    opening ??= open(factory, name);
    try {
      return await opening;
    } catch (error) {
      forget();
      throw error;
    }
  };
  // A connection can be closed under us (Safari drops them in mid-session); the second try opens a new one.
  const attempt = async <T>(use: (database: IDBDatabase) => Promise<T>): Promise<T> => {
    const database = await connect();
    try {
      return await use(database);
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      forget();
      return use(await connect());
    }
  };
  return {
    load: (known) => attempt((database) => load(database, known)),
    read: (keys) => attempt((database) => read(database, keys)),
    write: (entries, guard) => attempt((database) => write(database, entries, guard)),
    replace: (removed, entries) => attempt((database) => replace(database, removed, entries)),
    close() {
      void opening?.then((database) => database.close()).catch(forget);
      forget();
    },
  };
}

const STORE = 'entries';

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      // Another tab wants to upgrade or delete the database: never stand in its way.
      database.onversionchange = () => database.close();
      resolve(database);
    };
  });
}

function load(database: IDBDatabase, known: ReadonlySet<string>): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, 'readonly');
    const store = transaction.objectStore(STORE);
    const entries: Entry[] = [];
    const collect = (key: IDBValidKey, value: unknown) => {
      // Whatever is not text was not written by us; as text it goes to quarantine.
      if (typeof key === 'string')
        entries.push({ key, text: typeof value === 'string' ? value : String(value) });
    };
    const keys = store.getAllKeys();
    if (known.size === 0) {
      const values = store.getAll();
      values.onsuccess = () => {
        for (const [index, key] of keys.result.entries()) collect(key, values.result[index]);
      };
    } else {
      keys.onsuccess = () => {
        for (const key of keys.result) {
          if (typeof key !== 'string' || known.has(key)) continue;
          const value = store.get(key);
          value.onsuccess = () => collect(key, value.result);
        }
      };
    }
    transaction.oncomplete = () => resolve(entries);
    transaction.onabort = () => reject(transaction.error);
  });
}

function read(database: IDBDatabase, keys: readonly string[]): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, 'readonly');
    const store = transaction.objectStore(STORE);
    const entries: Entry[] = [];
    for (const key of keys) {
      const value: IDBRequest<unknown> = store.get(key);
      value.onsuccess = () => {
        if (typeof value.result === 'string') entries.push({ key, text: value.result });
      };
    }
    transaction.oncomplete = () => resolve(entries);
    transaction.onabort = () => reject(transaction.error);
  });
}

function write(database: IDBDatabase, entries: readonly Entry[], guard: Guard | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore(STORE);
    if (guard !== undefined) {
      const standing: IDBRequest<unknown> = store.get(guard.key);
      standing.onsuccess = () => {
        if (standing.result !== guard.text) transaction.abort();
      };
    }
    for (const { key, text } of entries) {
      const adding = store.add(text, key);
      adding.onerror = (event) => {
        if (adding.error?.name !== 'ConstraintError') return;
        event.preventDefault();
        event.stopPropagation();
        const existing = store.get(key);
        existing.onsuccess = () => {
          if (existing.result !== text) transaction.abort();
        };
      };
    }
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('Something else stands under a key'));
  });
}

function replace(
  database: IDBDatabase,
  removed: readonly string[] | 'all',
  entries: readonly Entry[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore(STORE);
    if (removed === 'all') store.clear();
    else for (const key of removed) store.delete(key);
    for (const { key, text } of entries) store.put(text, key);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && ['InvalidStateError', 'UnknownError'].includes(error.name);
}
