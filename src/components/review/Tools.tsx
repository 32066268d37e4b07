import type { Signal } from '@preact/signals';
import type { Texts } from '../texts.ts';
import { nameAct } from './act.ts';
import type { DialogName } from './keys.ts';
import type { Session } from './session.ts';
import { itemInHand } from './view.ts';

interface Props {
  readonly session: Session;
  readonly dialog: Signal<DialogName>;
  readonly texts: Texts;
}

/** The way back, what the keys are, and what else can be done with a card, within a thumb's reach. */
export function Tools({ session, dialog, texts }: Props) {
  const act = session.lastAct.value;
  const view = session.view.value;
  const isInHand = itemInHand(view) !== undefined;
  return (
    <div class="recall-review__tools">
      {act && (
        <button type="button" class="recall-review__tool" aria-keyshortcuts="U" onClick={session.undo}>
          {texts('review.undo-act', { act: nameAct(act, texts) })}
        </button>
      )}
      {isInHand && view.state !== 'question' && (
        <p class="recall-review__keys" aria-hidden="true">
          {texts('review.keys')}
        </p>
      )}
      {isInHand && (
        <button
          type="button"
          class="recall-review__tool recall-review__tool--end"
          aria-haspopup="dialog"
          aria-keyshortcuts="."
          onClick={() => {
            dialog.value = 'more';
          }}
        >
          {texts('review.more')}
        </button>
      )}
    </div>
  );
}
