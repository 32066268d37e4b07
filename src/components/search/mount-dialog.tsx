import { render } from 'preact';
import { addStyles } from '../late-styles.ts';
import styles from '../styles/search.css?url';
import { openPanel } from './open-panel.ts';
import { SearchPanel } from './SearchPanel.tsx';

/** The dialog of this page, made when it is first wanted. */
export interface SearchDialog {
  readonly isOpen: boolean;
  open(): void;
  close(): void;
}

/**
 * Makes the search dialog.
 * @throws Error when the search cannot be loaded; the next try loads it anew.
 */
export async function createSearchDialog(locale: string): Promise<SearchDialog> {
  const [{ state, texts }] = await Promise.all([openPanel(locale), addStyles(styles)]);
  const dialog = document.createElement('dialog');
  dialog.className = 'recall-search-dialog';
  dialog.setAttribute('aria-label', texts('search.title'));
  document.body.append(dialog);
  const close = () => {
    dialog.close();
    // Where nothing had the focus before, the field keeps it for a frame, unseen, and would swallow the shortcut.
    if (dialog.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
  };
  render(
    <SearchPanel state={state} texts={texts} id="recall-search" onFollow={close} onClose={close} />,
    dialog,
  );
  // The panel fills the dialog, so that a click on the dialog itself is one beside it.
  dialog.addEventListener('click', ({ target }) => target === dialog && close());
  dialog.addEventListener('close', () => document.documentElement.removeAttribute('data-recall-search-open'));
  return {
    get isOpen() {
      return dialog.open;
    },
    open() {
      if (dialog.open) return;
      dialog.showModal();
      document.documentElement.setAttribute('data-recall-search-open', '');
      const field = dialog.querySelector('input');
      field?.focus();
      field?.select();
    },
    close,
  };
}
