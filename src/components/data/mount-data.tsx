import { render } from 'preact';
import { createTexts } from '../texts.ts';
import { DataScreen } from './DataScreen.tsx';

const root = document.getElementById('recall-data');
if (root) {
  const { language = '', texts = '{}' } = root.dataset;
  root.replaceChildren();
  render(<DataScreen language={language} texts={createTexts(JSON.parse(texts), language)} />, root);
}
