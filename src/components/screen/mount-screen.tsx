import { type ComponentChild, render } from 'preact';
import type { Locale } from '../../format/locale.ts';
import { PREFIX } from '../../format/prefix.ts';
import { nextTask } from '../next-task.ts';
import { createTexts, type Texts } from '../texts.ts';

/** What every screen knows of its page. */
export interface ScreenProps {
  readonly locale: Locale;
  /** The language tag of the locale, e.g. `zh-CN`. */
  readonly language: string;
  readonly texts: Texts;
}

/** Renders a screen where `Screen.astro` of the same name has left room for it, with the props given there. */
export function mountScreen<Given extends object>(
  name: string,
  Screen: (props: ScreenProps & Given) => ComponentChild,
): void {
  const root = document.getElementById(`${PREFIX}-${name}`);
  if (!root) return;
  const { locale = '', language = '', texts = '{}', props = '{}' } = root.dataset;
  // Reading the scripts is one long task already, and what the build rendered can stand a moment longer.
  void nextTask().then(() => {
    root.replaceChildren();
    render(
      <Screen
        {...JSON.parse(props)}
        locale={locale}
        language={language}
        texts={createTexts(JSON.parse(texts), language)}
      />,
      root,
    );
  });
}
