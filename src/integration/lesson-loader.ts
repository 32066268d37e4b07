import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { openLessonShelf } from './lesson/shelf.ts';

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
 * for every page, and a page that has been rendered carries neither its Markdown nor its HTML through Astro's data store,
 * which would write, bundle and parse them. Its page takes the HTML from the shelf; `render()` of such an entry gives none.
 */
export function lessonLoader(): Loader {
  return {
    name: 'lesson-loader',
    load: async (context) => {
      const { store } = context;
      const shelf = await openLessonShelf(context.config.cacheDir);
      // Astro renders a page anew when its own Markdown has changed; it also shows what other files say.
      for (const entry of store.values()) if (!shelf.isCurrent(entry)) store.delete(entry.id);
      await docsLoader().load({
        ...context,
        parseData: (entry) => parseOnce(context, entry),
        store: { ...store, set: (entry) => store.set(shelf.put(entry)) },
      });
      await shelf.save(store.values());
    },
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
