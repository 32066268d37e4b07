import { options } from 'virtual:recall/options';
import { render } from 'preact';
import { storageNamespace } from '../../format/storage-keys.ts';
import { createBrowserPreferences } from '../../store/index.ts';
import { BackupReminder } from '../data/BackupReminder.tsx';
import { QUESTIONS_PREFERENCE } from '../outlook.ts';
import { openStudy } from '../study.ts';
import { createTexts } from '../texts.ts';
import { Today } from './Today.tsx';

const root = document.getElementById('recall-today');
const figures = root?.querySelector('.recall-today__figures');
if (root && figures) {
  const { locale = '', language = '', texts = '{}' } = root.dataset;
  const preferences = createBrowserPreferences(storageNamespace(options.base));
  const hasQuestions = preferences.get(QUESTIONS_PREFERENCE) !== 'off';
  // The page is complete without the figures, so a deck that cannot be read leaves it as it is.
  openStudy(locale).then(
    (study) => {
      figures.replaceChildren();
      const table = createTexts(JSON.parse(texts), language);
      render(<Today study={study} hasQuestions={hasQuestions} texts={table} />, figures);
      const reminder = document.getElementById('recall-reminder');
      if (reminder) render(<BackupReminder study={study} texts={table} locale={locale} />, reminder);
    },
    () => undefined,
  );
}
