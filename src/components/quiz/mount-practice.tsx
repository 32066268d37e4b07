import { render } from 'preact';
import { createTexts } from '../texts.ts';
import { PracticeScreen } from './PracticeScreen.tsx';

const root = document.getElementById('recall-practice');
if (root) {
  const { locale = '', language = '', texts = '{}', modules = '[]' } = root.dataset;
  root.replaceChildren();
  render(
    <PracticeScreen
      locale={locale}
      texts={createTexts(JSON.parse(texts), language)}
      modules={JSON.parse(modules)}
    />,
    root,
  );
}
