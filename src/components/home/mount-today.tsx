import { render } from 'preact';
import { BackupReminder } from '../data/BackupReminder.tsx';
import { openStudy } from '../study.ts';
import { createTexts } from '../texts.ts';
import { Today } from './Today.tsx';

const root = document.getElementById('recall-today');
const figures = root?.querySelector('.recall-today__figures');
if (root && figures) {
  const { locale = '', language = '', texts = '{}' } = root.dataset;
  // The page is complete without the figures, so a deck that cannot be read leaves it as it is.
  openStudy(locale).then(
    (study) => {
      figures.replaceChildren();
      const table = createTexts(JSON.parse(texts), language);
      render(<Today study={study} texts={table} />, figures);
      const reminder = document.getElementById('recall-reminder');
      if (reminder) render(<BackupReminder study={study} texts={table} locale={locale} />, reminder);
    },
    () => undefined,
  );
}
