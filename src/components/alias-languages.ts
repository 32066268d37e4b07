import { ALIAS_DIVIDER, aliasesHtml } from '../format/term-html.ts';
import { scriptLanguage } from '../search/script-language.ts';

/**
 * HTML of a card's side in which each other name of a term that is in another script says its language, so that it is
 * read aloud and drawn as such. `own` is the tag of the side, `languages` are those of the site by locale.
 */
export function markAliasLanguages(
  html: string,
  own: string,
  languages: Readonly<Record<string, string>>,
): string {
  return html.replace(ALIASES, (_, aliases: string) =>
    aliasesHtml(
      aliases
        .split(ALIAS_DIVIDER)
        .map((alias) => {
          const language = scriptLanguage(alias, own, languages);
          return language === undefined ? alias : `<span lang="${language}">${alias}</span>`;
        })
        .join(ALIAS_DIVIDER),
    ),
  );
}

const ALIASES = new RegExp(aliasesHtml('(.*?)'), 'gs');
