import { describe, expect, it } from 'vitest';
import type { WorkerReply, WorkerRequest } from '../../src/format/offline.ts';
import { digestOf, type FileList, fileListPath, formatFileList } from '../../src/offline/file-list.ts';
import { createLibrary } from '../../src/offline/library.ts';
import { answerRequest } from '../../src/offline/requests.ts';
import type { Shell } from '../../src/offline/shell.ts';
import { createFakeHost, type FakeHost } from './fakes.ts';

const FILES = { 'zh/': 'home', 'zh/a/': 'lesson a', 'zh/b/': 'lesson b' };

/** A worker with one language, and what it was asked to do beside answering. */
async function createWorker(host: FakeHost) {
  const files: FileList['files'] = await Promise.all(
    Object.entries(FILES).map(async ([path, text]) => {
      const content = new TextEncoder().encode(text);
      return { path, digest: await digestOf(content), bytes: content.length };
    }),
  );
  const list = fileListPath('zh', 'abc1');
  const acts: string[] = [];
  const shell: Shell = {
    install: async () => undefined,
    activate: async () => undefined,
    find: async (path) => (path === list ? new Response(formatFileList(files)) : undefined),
    amount: async () => ({ files: 1, bytes: 1 }),
    verify: async () => [],
    mend: async () => void acts.push('mend'),
  };
  const registration = {
    waiting: null as ServiceWorker | null,
    update: async () => {
      acts.push('update');
      // As in a worker that nobody has open: the browser takes its time.
      return new Promise<never>(() => undefined);
    },
  };
  const library = createLibrary({ paths: [list], shell, host });
  const ask = async (request: WorkerRequest) => {
    const replies: WorkerReply[] = [];
    await answerRequest(request, { shell, library, base: '/x/', registration }, (reply) =>
      replies.push(reply),
    );
    return replies.at(-1);
  };
  return { ask, acts, registration, library };
}

describe('a language that is asked for', () => {
  it('is kept, by a visit without looking at what every page needs, by a download with it mended', async () => {
    const host = createFakeHost(FILES);
    const { ask, acts } = await createWorker(host);
    expect(await ask({ type: 'keep', locale: 'zh', isThorough: false })).toEqual({ type: 'done' });
    expect([acts, host.fetched.length]).toEqual([[], 3]);
    expect(await ask({ type: 'keep', locale: 'zh', isThorough: true })).toEqual({ type: 'done' });
    expect(acts).toEqual(['mend']);
  });

  it('makes way for a newer version that waits, unless the reader has asked for it', async () => {
    const host = createFakeHost(FILES);
    const { ask, registration } = await createWorker(host);
    registration.waiting = {} as ServiceWorker;
    expect(await ask({ type: 'keep', locale: 'zh', isThorough: false })).toEqual({
      type: 'failed',
      reason: 'network',
    });
    expect(host.fetched).toEqual([]);
    expect(await ask({ type: 'keep', locale: 'zh', isThorough: true })).toEqual({ type: 'done' });
  });

  it('stops in the middle when a newer version arrives, and goes on where it was', async () => {
    const host = createFakeHost(FILES);
    const worker = await createWorker(host);
    const { fetch } = host;
    Object.assign(host, {
      fetch: (input: RequestInfo, init?: RequestInit) => {
        worker.registration.waiting = {} as ServiceWorker;
        return fetch(input, init);
      },
    });
    expect(await worker.ask({ type: 'keep', locale: 'zh', isThorough: false })).toMatchObject({
      type: 'failed',
    });
    worker.registration.waiting = null;
    expect((await worker.library.report()).languages[0]?.state).toBe('begun');
    Object.assign(host, { fetch });
    host.fetched.length = 0;
    expect(await worker.ask({ type: 'keep', isThorough: false })).toEqual({ type: 'done' });
    expect(host.fetched.length).toBeLessThan(3);
  });

  it('of which the host has other files is refused at once, and a new version looked for', async () => {
    const host = createFakeHost({ ...FILES, 'zh/a/': 'another lesson' });
    const { ask, acts } = await createWorker(host);
    expect(await ask({ type: 'keep', locale: 'zh', isThorough: false })).toEqual({
      type: 'failed',
      reason: 'changed',
    });
    expect(acts).toEqual(['update']);
  });
});
