import { render } from 'preact';
import { createTexts } from '../texts.ts';
import { ReviewScreen } from './ReviewScreen.tsx';

const root = document.getElementById('recall-review');
if (root) {
  const { locale = '', language = '', texts = '{}' } = root.dataset;
  root.replaceChildren();
  render(<ReviewScreen locale={locale} texts={createTexts(JSON.parse(texts), language)} />, root);
}
