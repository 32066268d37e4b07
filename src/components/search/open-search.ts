import type { SearchDialog } from './mount-dialog.tsx';

const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-recall-search]')];
let dialog: Promise<SearchDialog> | undefined;

for (const link of links) {
  // Without JavaScript it is a link to the glossary; from here on it opens a dialog.
  link.setAttribute('role', 'button');
  link.setAttribute('aria-haspopup', 'dialog');
  for (const intent of ['pointerenter', 'focus', 'touchstart']) {
    link.addEventListener(intent, () => void load().catch(() => undefined), { once: true, passive: true });
  }
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void open(link);
  });
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    void open(link);
  });
}

document.addEventListener('keydown', (event) => {
  const isShortcut = (event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === 'k';
  const isSlash =
    event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  const [link] = links;
  if (!link || event.isComposing || !(isShortcut || isSlash)) return;
  event.preventDefault();
  void open(link, isShortcut);
});

function load(): Promise<SearchDialog> {
  const locale = links[0]?.dataset['recallSearch'] ?? '';
  dialog ??= import('./mount-dialog.tsx').then(({ createSearchDialog }) => createSearchDialog(locale));
  dialog.catch(() => {
    dialog = undefined;
  });
  return dialog;
}

/** The glossary is what is left where the search cannot be loaded. */
async function open(link: HTMLAnchorElement, isToggle = false): Promise<void> {
  try {
    const opened = await load();
    if (isToggle && opened.isOpen) opened.close();
    else opened.open();
  } catch {
    location.assign(link.href);
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
