import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import sirv from 'sirv';

/** A build that is served as hosts serve it. */
export interface ServedSite {
  readonly url: string;
  close(): void;
}

/** Lays a Brotli copy beside each text of a build and serves it on a free port. */
export async function serveCompressed(dist: string): Promise<ServedSite> {
  const files = await readdir(dist, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /\.(?:html|css|js|json|svg|webmanifest)$/.test(name))) {
    const target = path.join(dist, file);
    await writeFile(`${target}.br`, brotliCompressSync(await readFile(target)));
  }
  const server = createServer(sirv(dist, { brotli: true, etag: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
