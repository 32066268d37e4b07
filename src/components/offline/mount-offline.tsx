import { render } from 'preact';
import { createTexts } from '../texts.ts';
import { OfflineScreen } from './OfflineScreen.tsx';

const root = document.getElementById('recall-offline');
if (root) {
  const { locale = '', language = '', labels = '{}', texts = '{}' } = root.dataset;
  root.replaceChildren();
  render(
    <OfflineScreen
      locale={locale}
      language={language}
      labels={JSON.parse(labels)}
      texts={createTexts(JSON.parse(texts), language)}
    />,
    root,
  );
}
