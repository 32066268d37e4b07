import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sirv from 'sirv';
import { build } from 'vite';

/** A page that is served on loopback until it is closed. */
export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Bundles the page that has nothing but the log, and serves it from a folder of its own. */
export async function serveStorePage(): Promise<ServedPage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'recall-store-page-'));
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: { outDir: folder, emptyOutDir: true, target: 'esnext' },
  });
  const send = sirv(folder);
  const server = createServer((request, response) => {
    send(request, response, () => {
      response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
