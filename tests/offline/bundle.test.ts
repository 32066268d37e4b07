import { describe, expect, it } from 'vitest';
import { createBundle, holdsWholeBundle, KeepError } from '../../src/offline/bundle.ts';
import { digestOf, type FileList } from '../../src/offline/file-list.ts';
import { createFakeHost, type FakeHost, SCOPE } from './fakes.ts';

const V1 = { 'zh/': 'home', 'zh/a/': 'lesson a', 'zh/b/': 'lesson b' };
const V2 = { ...V1, 'zh/a/': 'lesson a, mended' };
const NAME = 'recall:/x/files:zh';

async function listOf(files: Readonly<Record<string, string>>, version: string): Promise<FileList> {
  const entries = Object.entries(files).map(async ([path, text]) => {
    const content = new TextEncoder().encode(text);
    return { path, digest: await digestOf(content), bytes: content.length };
  });
  return { locale: 'zh', path: `recall/offline/zh.${version}.json`, files: await Promise.all(entries) };
}

const textOf = async (response: Response | undefined) => response?.text();

async function bundleOf(files: Readonly<Record<string, string>>, version: string, host: FakeHost) {
  return createBundle(await listOf(files, version), NAME, host);
}

function deploy(host: FakeHost, files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) host.files.set(SCOPE + path, text);
}

describe('a language', () => {
  it('is absent, then kept whole, with the time when its files were compared', async () => {
    const host = createFakeHost(V1);
    const bundle = await bundleOf(V1, '1', host);
    expect([await bundle.state(), await bundle.verifiedAt()]).toEqual(['absent', undefined]);
    const progress: string[] = [];
    await bundle.keep((done, total) => progress.push(`${done}/${total}`));
    expect(progress).toEqual(['0/3', '1/3', '2/3', '3/3']);
    expect([await bundle.state(), await bundle.verifiedAt()]).toEqual(['kept', 1000]);
    expect(await textOf(await bundle.find('zh/a/'))).toBe('lesson a');
    expect(await bundle.find('zh/c/')).toBeUndefined();
  });

  it('is answered from only when all of it is there, and goes on where it broke off', async () => {
    let isOnline = true;
    const host = createFakeHost(V1, (url) => {
      if (!isOnline && url.endsWith('zh/b/')) throw new TypeError('Failed to fetch');
      return undefined;
    });
    const bundle = await bundleOf(V1, '1', host);
    isOnline = false;
    await expect(bundle.keep()).rejects.toMatchObject({ reason: 'network' });
    expect(await bundle.state()).toBe('begun');
    expect(await bundle.find('zh/a/')).toBeUndefined();
    isOnline = true;
    host.fetched.length = 0;
    await bundle.keep();
    expect(host.fetched).toEqual([`${SCOPE}zh/b/`]);
    expect(await bundle.state()).toBe('kept');
  });

  it('passes by a stale copy on the way', async () => {
    const host = createFakeHost(V2, (url, mode) =>
      url.endsWith('zh/a/') && mode === 'default' ? new Response('lesson a') : undefined,
    );
    const bundle = await bundleOf(V2, '2', host);
    await bundle.keep();
    expect(await textOf(await bundle.find('zh/a/'))).toBe('lesson a, mended');
    expect(host.fetched).toContain(`${SCOPE}zh/a/ reload`);
  });

  it.each([
    ['other content', () => new Response('<html>moved'), 'changed'],
    ['a file that is gone', () => new Response('', { status: 404 }), 'changed'],
    ['a host that fails', () => new Response('', { status: 503 }), 'network'],
  ])('is not kept with %s', async (_, answer, reason) => {
    const host = createFakeHost(V1, (url) => (url.endsWith('zh/b/') ? answer() : undefined));
    const bundle = await bundleOf(V1, '1', host);
    await expect(bundle.keep()).rejects.toMatchObject({ reason });
    expect(await bundle.state()).toBe('begun');
  });

  it('can be removed', async () => {
    const host = createFakeHost(V1);
    const bundle = await bundleOf(V1, '1', host);
    await bundle.keep();
    await bundle.find('zh/');
    await bundle.remove();
    expect(await bundle.state()).toBe('absent');
    expect(await bundle.find('zh/')).toBeUndefined();
  });

  it('gives the room back when there is too little', async () => {
    const host = createFakeHost(V1);
    const open = host.caches.open.bind(host.caches);
    host.caches.open = async (name) => {
      const cache = await open(name);
      const put = cache.put.bind(cache);
      let count = 0;
      cache.put = async (key, response) => {
        count += 1;
        if (count > 2) throw new DOMException('full', 'QuotaExceededError');
        return put(key, response);
      };
      return cache;
    };
    const bundle = await bundleOf(V1, '1', host);
    await expect(bundle.keep()).rejects.toMatchObject({ reason: 'space' });
    expect(await bundle.state()).toBe('absent');
  });

  it('is not said to be kept when there is no room for saying so', async () => {
    const host = createFakeHost(V1);
    const open = host.caches.open.bind(host.caches);
    host.caches.open = async (name) => {
      const cache = await open(name);
      const put = cache.put.bind(cache);
      cache.put = async (key, response) => {
        if (String(key).endsWith('.json')) throw new DOMException('full', 'QuotaExceededError');
        return put(key, response);
      };
      return cache;
    };
    const bundle = await bundleOf(V1, '1', host);
    await expect(bundle.keep()).rejects.toMatchObject({ reason: 'space' });
    expect(await bundle.state()).toBe('begun');
  });
});

describe('a new version', () => {
  it('fetches only what has changed, leaves the old one whole meanwhile, and then takes its place', async () => {
    const host = createFakeHost(V1);
    const first = await bundleOf(V1, '1', host);
    await first.keep();
    deploy(host, V2);
    host.fetched.length = 0;
    host.clock = 5000;
    const second = await bundleOf(V2, '2', host);
    await second.keep();
    expect(host.fetched).toEqual([`${SCOPE}zh/a/`]);
    expect(await textOf(await first.find('zh/a/'))).toBe('lesson a');
    expect(await textOf(await second.find('zh/a/'))).toBe('lesson a, mended');
    // Two of its files were compared then, and not since.
    expect(await second.verifiedAt()).toBe(1000);
    await second.prune();
    expect(host.caches.stored.get(NAME)?.size).toBe(4);
    expect(await first.state()).toBe('begun');
  });

  it('that is half deployed leaves the old one as it was', async () => {
    const host = createFakeHost(V1);
    const first = await bundleOf(V1, '1', host);
    await first.keep();
    const second = await bundleOf(V2, '2', host);
    await expect(second.keep()).rejects.toThrow(KeepError);
    expect([await first.state(), await second.state()]).toEqual(['kept', 'begun']);
    expect(await textOf(await first.find('zh/a/'))).toBe('lesson a');
    expect(await holdsWholeBundle(await host.caches.open(NAME), SCOPE)).toBe(true);
  });

  it('is no reason to fetch a language that was never whole', async () => {
    const host = createFakeHost({ 'zh/': 'home' });
    const bundle = await bundleOf(V1, '1', host);
    await expect(bundle.keep()).rejects.toThrow(KeepError);
    expect(await holdsWholeBundle(await host.caches.open(NAME), SCOPE)).toBe(false);
  });
});

describe('comparing with the digests', () => {
  it('notes the time when all is well', async () => {
    const host = createFakeHost(V1);
    const bundle = await bundleOf(V1, '1', host);
    await bundle.keep();
    host.clock = 5000;
    expect(await bundle.verify()).toEqual([]);
    expect(await bundle.verifiedAt()).toBe(5000);
  });

  it('names what is damaged or gone, drops it, and keeps the rest in use until it is fetched again', async () => {
    const host = createFakeHost(V1);
    const bundle = await bundleOf(V1, '1', host);
    await bundle.keep();
    const stored = host.caches.stored.get(NAME) ?? new Map();
    for (const url of stored.keys()) {
      if (url.includes('zh/a/')) stored.set(url, new Response('garbage'));
      if (url.includes('zh/b/')) stored.delete(url);
    }
    host.clock = 5000;
    expect(await bundle.verify()).toEqual(['zh/a/', 'zh/b/']);
    expect(await bundle.verifiedAt()).toBe(1000);
    expect(await bundle.find('zh/a/')).toBeUndefined();
    expect(await textOf(await bundle.find('zh/'))).toBe('home');
    host.fetched.length = 0;
    await bundle.keep();
    expect(host.fetched.sort()).toEqual([`${SCOPE}zh/a/`, `${SCOPE}zh/b/`]);
    expect(await bundle.verify()).toEqual([]);
  });
});
