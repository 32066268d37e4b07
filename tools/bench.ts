import { readdirSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, 'bench');
const PARTS: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.basename(file, '.ts'))
  .sort();

process.exitCode = await main(process.argv.slice(2));

/** Runs the chosen parts, or all of them, one after the other: what runs at once would measure the other. */
async function main(chosen: readonly string[]): Promise<number> {
  const unknown = chosen.find((name) => !PARTS.includes(name));
  if (unknown !== undefined) {
    console.error(`“${unknown}” is no part of the bench; there are ${PARTS.join(', ')}.`);
    return 2;
  }
  for (const name of chosen.length > 0 ? chosen : PARTS) {
    console.log(`\n=== ${name} ===`);
    const part: BenchPart = await import(path.join(FOLDER, `${name}.ts`));
    await part.run();
  }
  return 0;
}

/** What every file in `tools/bench` exports. */
interface BenchPart {
  readonly run: () => Promise<void>;
}
