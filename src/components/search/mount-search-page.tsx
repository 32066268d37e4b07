import { effect } from '@preact/signals';
import { render } from 'preact';
import { openPanel } from './open-panel.ts';
import { SearchPanel } from './SearchPanel.tsx';

const root = document.getElementById('recall-search-page');
if (root) {
  const { locale = '', failed = '' } = root.dataset;
  openPanel(locale).then(
    ({ state, texts }) => {
      root.replaceChildren();
      render(<SearchPanel state={state} texts={texts} id="recall-search-page-panel" />, root);
      state.type(new URLSearchParams(location.search).get('q') ?? '');
      root.querySelector('input')?.focus();
      effect(() => keepInAddress(state.text.value));
    },
    () => {
      root.textContent = failed;
    },
  );
}

/** So that the address can be shared, and leads back here. */
function keepInAddress(text: string): void {
  const url = new URL(location.href);
  if (text.trim() === '') url.searchParams.delete('q');
  else url.searchParams.set('q', text.trim());
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}
