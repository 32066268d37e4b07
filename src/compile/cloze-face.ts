import type { CardFace } from '../format/deck.ts';
import type { Locale } from '../format/locale.ts';
import { hideClozes, markClozes } from './cloze.ts';
import type { AuthoredFace } from './digest.ts';
import type { ClozeContent } from './note.ts';
import { type RenderContext, renderMarkdown } from './render.ts';

/** The sides of the card that asks for one cloze: the text with that one left blank, and with it marked. */
export function clozeFace({ body }: ClozeContent, label: string, context: RenderContext): CardFace {
  return {
    front: renderMarkdown(body, context, [], (blocks) => hideClozes(blocks, label)),
    back: renderMarkdown(body, context, [], (blocks) => markClozes(blocks, label)),
  };
}

/** What the digest of that card is made of: the text, in which the other clozes are no more than words. */
export function authoredCloze({ body }: ClozeContent, label: string, locale: Locale): AuthoredFace {
  const front = body.replace(CLOZE, (source, _ticks, inside: string | undefined, hint = '', own = label) => {
    if (inside === undefined) return source;
    return own === label ? `==${inside}==${hint}` : inside;
  });
  return { locale, front, back: label };
}

/** A span of code, or a cloze. */
const CLOZE = /(`+).*?\1|(?<!=)==(?=[^\s=])(.*?)(?<=[^\s=])==(?!=)(\[[^\]]*\])?(?:\\?\{#([^{}]*)\})?/gs;
