import { render } from 'preact';
import { createTexts } from '../texts.ts';
import { ExamScreen } from './ExamScreen.tsx';

const root = document.getElementById('recall-exam');
if (root) {
  const { locale = '', language = '', texts = '{}', modules = '[]' } = root.dataset;
  root.replaceChildren();
  render(
    <ExamScreen
      locale={locale}
      texts={createTexts(JSON.parse(texts), language)}
      modules={JSON.parse(modules)}
    />,
    root,
  );
}
