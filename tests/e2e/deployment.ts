import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeKillSwitch, writeServiceWorker } from '../../src/integration/service-worker.ts';
import { createSiteServer } from '../../tools/serve.ts';

/** A copy of the built site on a port of its own, of which a test publishes new versions. */
export interface Deployment {
  readonly url: string;
  /** Changes texts of files and writes the worker anew, as a build would. */
  publish(changes: Readonly<Record<string, (text: string) => string>>): Promise<void>;
  /** Changes a file and nothing else, as a deployment that broke off would leave it. */
  overwrite(file: string, change: (text: string) => string): Promise<void>;
  /** Puts the kill switch in the place of the worker. */
  kill(): Promise<void>;
  /** No network for this site, until `open`. */
  close(): Promise<void>;
  open(): Promise<void>;
  /** Closes it and deletes the copy. */
  end(): Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Deploys the site built for `/` or `/x/`. */
export async function deploy(base: '/' | '/x/' = '/'): Promise<Deployment> {
  const dist = await mkdtemp(path.join(tmpdir(), 'deployment-'));
  await cp(path.join(ROOT, base === '/' ? 'dist' : 'dist-x'), dist, { recursive: true });
  let server: Server;
  let port = 0;
  const open = async () => {
    server = createSiteServer({ dist, base });
    await new Promise<void>((resolve) => server.listen(port, resolve));
    port = (server.address() as AddressInfo).port;
  };
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const overwrite: Deployment['overwrite'] = async (file, change) => {
    const target = path.join(dist, file);
    await writeFile(target, change(await readFile(target, 'utf8')));
  };
  await open();
  return {
    url: `http://localhost:${port}${base}`,
    open,
    close,
    overwrite,
    publish: async (changes) => {
      for (const [file, change] of Object.entries(changes)) await overwrite(file, change);
      await writeServiceWorker({ dist, base, pages: [], languages: { zh: 'zh-CN', en: 'en' } });
    },
    kill: () => writeKillSwitch(dist, 'sw.js'),
    end: async () => {
      await close();
      await rm(dist, { recursive: true });
    },
  };
}
