const known = new Map<string, string>();

/** A text of Starlight's in the language of a page. Every page has the same, and looking one up takes longer than showing it. */
export function frameText({ t, starlightRoute }: App.Locals, key: FrameKey): string {
  // A development server reads texts anew.
  if (!import.meta.env.PROD) return t(key);
  const name = `${starlightRoute.lang} ${key}`;
  const text = known.get(name) ?? t(key);
  known.set(name, text);
  return text;
}

type FrameKey =
  | `themeSelect.${'accessibleLabel' | 'auto' | 'dark' | 'light'}`
  | `page.${'nextLink' | 'previousLink'}`
  | 'languageSelect.accessibleLabel'
  | 'menuButton.accessibleLabel'
  | 'tableOfContents.onThisPage';
