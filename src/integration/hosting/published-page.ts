import type { Deck, LessonPage } from '../../format/deck.ts';
import type { Locale } from '../../format/locale.ts';

/** A page that search engines and readers from elsewhere should find. */
export interface PublishedPage extends LessonPage {
  /** Below the base path: `en/module/lesson/`. */
  readonly path: string;
  readonly locale: Locale;
  /** The title of its module, for a lesson. */
  readonly module?: string;
  /** The paths of the same page in every language that has it, its own among them. */
  readonly alternates: readonly { readonly locale: Locale; readonly path: string }[];
  /** The authored file. */
  readonly source: string;
}

/** Modules and lessons in course order, language by language; what is not translated is left out of that language. */
export function listPublishedPages(deck: Deck, files: readonly string[]): PublishedPage[] {
  const known = new Set(files);
  const items = deck.modules.flatMap((module) => [
    { id: module.id as string, pages: module.pages, module: undefined },
    ...module.lessons.map((lesson) => ({ id: lesson.id as string, pages: lesson.pages, module })),
  ]);
  return deck.locales.flatMap((locale) =>
    items.flatMap(({ id, pages, module }): PublishedPage[] => {
      const page = pages[locale];
      const source = SOURCE_FORMS.map((form) => `content/docs/${locale}/${id}${form}`).find((file) =>
        known.has(file),
      );
      if (!page || !source) return [];
      const moduleTitle = (module?.pages[locale] ?? module?.pages[deck.defaultLocale])?.title;
      return [
        {
          title: page.title,
          description: page.description,
          path: `${locale}/${id}/`,
          locale,
          ...(moduleTitle === undefined ? {} : { module: moduleTitle }),
          alternates: deck.locales
            .filter((other) => pages[other])
            .map((other) => ({ locale: other, path: `${other}/${id}/` })),
          source,
        },
      ];
    }),
  );
}

const SOURCE_FORMS = ['.md', '.mdx', '/index.md', '/index.mdx'];
