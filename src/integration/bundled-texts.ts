import type { FailedTexts } from '../format/failed-texts.ts';
import type { Locale } from '../format/locale.ts';
import type { UpdateTexts } from '../format/update-texts.ts';
import type { Text } from './lesson/fact-table.ts';

interface Languages {
  /** Language tags by locale. */
  readonly languages: Readonly<Record<Locale, string>>;
  readonly textsOf: (language: string) => Text;
}

/** What is said of a new version, by locale. */
export function readUpdateTexts(site: Languages): Record<Locale, UpdateTexts> {
  return ofEach(site, (texts) => ({
    ready: texts('update.ready'),
    accept: texts('update.accept'),
    later: texts('update.later'),
    running: texts('update.running'),
  }));
}

/** What a lesson says where its quiz cannot be had, by locale. */
export function readFailedTexts(site: Languages): Record<Locale, FailedTexts> {
  return ofEach(site, (texts) => ({
    reason: texts('static-quiz.failed'),
    retry: texts('failed.retry'),
    reload: texts('failed.reload'),
  }));
}

function ofEach<Texts>(
  { languages, textsOf }: Languages,
  select: (texts: Text) => Texts,
): Record<Locale, Texts> {
  return Object.fromEntries(
    Object.entries(languages).map(([locale, language]) => [locale, select(textsOf(language))]),
  );
}
