import type { UpdateTexts } from '../../format/update-texts.ts';

interface Settings {
  readonly texts: UpdateTexts;
  readonly onAccept: () => void;
  readonly onPutOff: () => void;
}

/** Shows, once, that a new version is ready. It takes no focus; a screen reader says it when it has time. */
export function showUpdateBar({ texts, onAccept, onPutOff }: Settings): void {
  if (document.querySelector(`.${CLASS}`)) return;
  const bar = document.createElement('div');
  bar.className = `${CLASS} not-content`;
  const message = document.createElement('p');
  message.role = 'status';
  const accept = createButton(texts.accept, () => {
    message.textContent = texts.running;
    accept.remove();
    later.remove();
    onAccept();
  });
  accept.className = `${CLASS}__accept`;
  const later = createButton(texts.later, () => {
    bar.remove();
    onPutOff();
  });
  bar.append(message, accept, later);
  document.body.append(bar);
  // A status is announced when it changes, not when it arrives.
  setTimeout(() => {
    message.textContent = texts.ready;
  });
}

const CLASS = 'recall-update';

function createButton(text: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', onClick);
  return button;
}
