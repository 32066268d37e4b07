import { ROOT, run } from './run.ts';
import { parseServeSettings, serve } from './serve.ts';

try {
  const { site, port } = parseServeSettings(process.env);
  process.chdir(ROOT);
  const code = await run('astro', ['build'], { env: { BASE_PATH: site.base, OUT_DIR: site.dist } });
  if (code === 0) await serve(site, port);
  else process.exitCode = code;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
