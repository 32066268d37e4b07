import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  readonly title: string;
  /** Name of the button that closes it. */
  readonly closeName: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A modal dialog while it is rendered: Escape, its button and a touch beside it close it, and the focus returns. */
export function Dialog({ title, closeName, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    const opened = dialog.current;
    opened?.showModal();
    return () => {
      // Nothing beneath it takes the focus while it is open.
      opened?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <dialog
      ref={dialog}
      class="recall-dialog"
      aria-labelledby={id}
      // Escape says so first and closes later: a key in between is the page's.
      onCancel={onClose}
      onClose={({ currentTarget }) => {
        // Said late, it may come when another dialog has opened.
        if (currentTarget.isConnected) onClose();
      }}
      onClick={({ target }) => {
        // The dialog's own box is covered by its content; only its backdrop is touched as the dialog itself.
        if (target === dialog.current) onClose();
      }}
    >
      <div class="recall-dialog__content">
        <header class="recall-dialog__header">
          <h2 id={id}>{title}</h2>
          <button type="button" class="recall-dialog__close" aria-label={closeName} onClick={onClose}>
            <span aria-hidden="true">✕</span>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
