import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The slugs of the pages that a site has beside its modules, in the order in which Starlight lists pages: by
 * `sidebar.order`, then by slug. `folder` is that of the default locale's pages.
 */
export function listOwnPages(folder: string): string[] {
  return readNames(folder)
    .flatMap((name): { slug: string; order: number }[] => {
      const stem = /^(?!_|index\.)(.+)\.mdx?$/.exec(name)?.[1];
      if (stem === undefined) return [];
      const text = readFileSync(path.join(folder, name), 'utf8');
      const frontmatter = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
      if (/^(?:\s+hidden|draft):\s*true\b/m.test(frontmatter)) return [];
      const slug = /^slug:\s*["']?([^"'\s]+)/m.exec(frontmatter)?.[1] ?? stem;
      const order = /^\s+order:\s*(-?\d+)/m.exec(frontmatter)?.[1];
      return [{ slug, order: order === undefined ? Number.MAX_VALUE : Number(order) }];
    })
    .sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1))
    .map(({ slug }) => slug);
}

/** None where there is no such folder; whoever needs it says so. */
function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
