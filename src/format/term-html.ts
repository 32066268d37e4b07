import { PREFIX } from './prefix.ts';

/** HTML of a term's name, which is given as inline HTML. */
export function nameHtml(name: string): string {
  return `<p>${name}</p>`;
}

/** Stands between the other names of a term. */
export const ALIAS_DIVIDER = ' · ';

/** HTML of a term's other names, which are given as inline HTML; it is shown small below its name. */
export function aliasesHtml(aliases: string): string {
  return `<p class="${PREFIX}-aliases">${aliases}</p>`;
}
