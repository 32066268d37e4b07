/** What is used of a folder that the learner picked (File System Access). */
export interface FolderHandle {
  readonly name: string;
  queryPermission(access: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  /** Only after a click. */
  requestPermission(access: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  getFileHandle(name: string, options?: { readonly create?: boolean }): Promise<FileHandle>;
  values(): AsyncIterable<{ readonly kind: 'file' | 'directory'; readonly name: string }>;
}

/** What is used of a file in it. */
export interface FileHandle {
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
}

/** Where a folder is remembered between visits. */
export interface FolderMemory {
  load(): Promise<FolderHandle | undefined>;
  keep(folder: FolderHandle): Promise<void>;
  forget(): Promise<void>;
}

/** The browser's own dialogue for choosing a folder, or `undefined` where there is none. */
export function findFolderPicker(): (() => Promise<FolderHandle>) | undefined {
  const { showDirectoryPicker } = window as Window & {
    showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FolderHandle>;
  };
  return showDirectoryPicker && (() => showDirectoryPicker({ id: PICKER_ID, mode: 'readwrite' }));
}

/** Remembers a folder in a database of its own: nothing but IndexedDB can hold a handle. */
export function createFolderMemory(namespace: string): FolderMemory {
  const name = `${namespace}folder`;
  const withStore = async <T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    const database = await settle(opening);
    // Whoever deletes everything in another tab need not wait for this one.
    database.onversionchange = () => database.close();
    try {
      return await settle(use(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  };
  return {
    load: () => withStore<FolderHandle | undefined>('readonly', (store) => store.get(KEY)),
    keep: async (folder) => {
      await withStore('readwrite', (store) => store.put(folder, KEY));
    },
    forget: async () => {
      await settle(indexedDB.deleteDatabase(name));
    },
  };
}

const PICKER_ID = 'backup';
const STORE = 'folder';
const KEY = 'chosen';

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}
