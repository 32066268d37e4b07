import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';

type Context = Parameters<Loader['load']>[0];

/** What a lesson says beyond Starlight's keys; the compiler of the course checks it in full. */
const lesson = z.object({
  prerequisites: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
});

/** The frontmatter of the collection `docs`: Starlight's, and what a lesson says beyond it. */
export const lessonSchema = docsSchema({ extend: lesson });

/**
 * Starlight's loader of the collection `docs`, for courses of thousands of lessons: the schema is made once instead of
 * for every page, and a page that has been rendered does not carry its Markdown into the build as well.
 */
export function lessonLoader(): Loader {
  return {
    name: 'lesson-loader',
    load: (context) =>
      docsLoader().load({
        ...context,
        parseData: (entry) => parseOnce(context, entry),
        store: { ...context.store, set: (entry) => context.store.set(withoutSource(entry)) },
      }),
  };
}

/** A page without a picture, which Astro looks up beside each page, has the same schema as all others. */
const sharedSchema = lessonSchema({ image: () => z.never() } as never);

async function parseOnce<Data extends Record<string, unknown>>(
  context: Context,
  entry: { readonly id: string; readonly data: Data; readonly filePath?: string },
): Promise<Data> {
  const parsed = 'hero' in entry.data ? undefined : await sharedSchema.safeParseAsync(entry.data);
  // Astro's own parser says what is wrong, and where.
  return parsed?.success ? (parsed.data as unknown as Data) : context.parseData(entry);
}

/** The Markdown of a page that could not be rendered is kept: by it the error is seen. */
function withoutSource(entry: Parameters<Context['store']['set']>[0]): typeof entry {
  const { body, ...rest } = entry;
  return entry.rendered?.html.trim() ? rest : entry;
}
