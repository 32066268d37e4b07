import type { Texts } from '../texts.ts';
import { Dialog } from './Dialog.tsx';
import { SHORTCUTS } from './keys.ts';

/** Lists the keys of the review. */
export function HelpDialog({ texts, onClose }: { readonly texts: Texts; readonly onClose: () => void }) {
  return (
    <Dialog title={texts('review.help')} closeName={texts('review.close')} onClose={onClose}>
      <dl class="recall-review__shortcuts">
        {SHORTCUTS.map(({ keys, name }) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{nameKey(key, texts)}</kbd>
              ))}
            </dt>
            <dd>{texts(name)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function nameKey(key: string, texts: Texts): string {
  if (key === '␣') return texts('review.key.space');
  return key === '↵' ? texts('review.key.enter') : key;
}
