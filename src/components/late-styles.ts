/**
 * Adds a stylesheet to the page, once, and resolves when it holds or could not be had. An `import` of it would put it into
 * every page from which the script may be reached.
 */
export function addStyles(href: string): Promise<void> {
  const known = added.get(href);
  if (known) return known;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  const arrived = new Promise<void>((resolve) => {
    link.onload = () => resolve();
    link.onerror = () => resolve();
  });
  added.set(href, arrived);
  document.head.append(link);
  return arrived;
}

const added = new Map<string, Promise<void>>();
