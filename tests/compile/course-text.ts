import { type CompileResult, compile, type SourceFile } from '../../src/compile/index.ts';

/** A course of one module with the given lesson bodies, `{ zh: { marking: '…' } }`, and all the pages it needs. */
export function courseOf(bodies: Readonly<Record<string, Readonly<Record<string, string>>>>): SourceFile[] {
  return Object.entries(bodies).flatMap(([locale, lessons]) => [
    { path: `content/docs/${locale}/heap/index.md`, text: pageOf('Heap', 1, '') },
    ...Object.entries(lessons).map(([lesson, body], index) => ({
      path: `content/docs/${locale}/heap/${lesson}.md`,
      text: pageOf(lesson, index + 1, `${body}\n\n${SOURCES}`),
    })),
  ]);
}

/** Compiles a course whose only lesson, in one language, has the given body. */
export function compileBody(body: string, base = '/'): CompileResult {
  return compile({ locales: ['en'], base, files: courseOf({ en: { marking: body } }) });
}

/** The source of a card. */
export function cardOf(id: string, front: string, back: string): string {
  return `:::card{#${id}}\n${front}\n\n***\n\n${back}\n:::`;
}

/** The line of a lesson's first line of body, below its frontmatter. */
export const BODY_LINE = 7;

function pageOf(title: string, order: number, body: string): string {
  return `---\ntitle: ${title}\ndescription: About ${title}.\nsidebar:\n  order: ${order}\n---\n${body}\n`;
}

const SOURCES = ':::sources\n- [Handbook](https://example.org/)\n:::';
