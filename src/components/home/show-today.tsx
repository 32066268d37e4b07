import { effect } from '@preact/signals';
import { render } from 'preact';
import type { StringKey } from '../../format/strings.ts';
import { BackupReminder } from '../data/BackupReminder.tsx';
import { openStudy } from '../study.ts';
import { createTexts } from '../texts.ts';
import { Today } from './Today.tsx';
import { readToday, type TodayFigures } from './today.ts';

/** Fills the box of the start page with a learner's figures; a deck that cannot be read leaves it as it is. */
export async function showToday(root: HTMLElement): Promise<void> {
  const { locale = '', language = '', texts: table = '{}' } = root.dataset;
  const figures = root.querySelector('.recall-today__figures');
  const start = root.querySelector<HTMLAnchorElement>('a.recall-today__learner');
  const study = await openStudy(locale).catch(() => undefined);
  if (!study || !figures || !start) return;
  const texts = createTexts(JSON.parse(table), language);
  figures.replaceChildren();
  render(<Today study={study} texts={texts} language={language} locale={locale} />, figures);
  const { review = start.href, practice = start.href } = root.dataset;
  effect(() => {
    const today = readToday(study);
    const isDone = today.due + today.fresh === 0;
    start.textContent = texts(actionOf(today));
    start.href = isDone ? practice : review;
  });
  const reminder = document.getElementById('recall-reminder');
  if (reminder) render(<BackupReminder study={study} texts={texts} locale={locale} />, reminder);
}

function actionOf({ due, fresh, isBegun }: TodayFigures): StringKey {
  if (due + fresh === 0) return 'today.practice';
  return isBegun ? 'today.go-on' : 'today.start';
}
