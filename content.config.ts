import { defineCollection } from 'astro:content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { i18nSchema } from '@astrojs/starlight/schema';
import { lessonLoader, lessonSchema } from './src/integration/lesson-loader.ts';

export const collections = {
  docs: defineCollection({ loader: lessonLoader(), schema: lessonSchema }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
