import { minifySync } from 'vite';
import { rememberEach } from '../remember-each.ts';

/**
 * A function that writes the inline scripts of pages in as few characters as Vite's minifier can, each kind of script once.
 * What is no script, or none that the minifier can read, stays as it is.
 */
export function createScriptCompactor(): (html: string) => string {
  const compact = rememberEach(minify);
  return (html) =>
    html.replace(INLINE_SCRIPT, (whole, attributes: string, code: string) =>
      /\s(?:src|type)\b/.test(attributes) ? whole : `<script${attributes}>${compact(code)}</script>`,
    );
}

/** As Astro writes it. */
const INLINE_SCRIPT = /<script((?:\s+[^\s"'<>=]+(?:="[^"]*")?)*)>([\s\S]*?)<\/script>/g;

function minify(code: string): string {
  const { code: compact, errors } = minifySync('inline.js', code, { module: false });
  // A text such as `</script` may be written in another way in what comes out.
  return errors.length > 0 || /<[/!]/.test(compact) ? code : compact;
}
