import type { TermNote, TermNotes } from '../../format/glossary.ts';
import type { NoteId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import { termNotesPath } from '../../format/paths.ts';
import { keepPromises } from '../keep-promises.ts';
import { trustedHtml } from '../trusted-types.ts';

/**
 * Shows the meaning of a term over its link: while the pointer or the keyboard's focus is on it, or after a tap.
 * The link goes on leading to the lesson that defines the term. `first` is the link that was come to already.
 */
export function explainTerms(base: string, first?: HTMLElement): void {
  const popover = createPopover();
  const load = keepPromises(loadNotes);
  const noteOf = async (link: HTMLElement) =>
    (await load(base).catch(() => undefined))?.[link.dataset['term'] as NoteId];
  let shown: HTMLElement | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    shown?.removeAttribute('aria-describedby');
    shown = undefined;
    if (popover.matches(':popover-open')) popover.hidePopover();
  };
  const closeSoon = () => {
    closing = setTimeout(close, GRACE_MS);
  };
  const open = async (link: HTMLElement) => {
    clearTimeout(closing);
    if (shown === link) return;
    shown = link;
    const note = await noteOf(link);
    if (shown !== link) return;
    if (!note) return close();
    fill(popover, note, (link as HTMLAnchorElement).href);
    link.setAttribute('aria-describedby', popover.id);
    popover.showPopover();
    place(popover, link);
  };

  for (const link of document.querySelectorAll<HTMLElement>('.recall-gloss')) {
    link.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && void open(link));
    link.addEventListener('pointerleave', closeSoon);
    link.addEventListener('focus', () => void open(link));
    link.addEventListener('blur', closeSoon);
    link.addEventListener('click', (event) => {
      // A finger has no hover: its first tap asks what the word means, the popover's link leads on.
      if ((event as PointerEvent).pointerType !== 'touch') return;
      event.preventDefault();
      // Where the meaning cannot be had, the link does.
      void noteOf(link).then((note) => note || location.assign((link as HTMLAnchorElement).href));
    });
  }
  popover.addEventListener('pointerenter', () => clearTimeout(closing));
  popover.addEventListener('pointerleave', closeSoon);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  document.addEventListener('scroll', close, { passive: true });
  if (first?.matches(':hover, :focus')) void open(first);
}

/** Time to move from the word to its popover. */
const GRACE_MS = 250;

async function loadNotes(base: string): Promise<TermNotes> {
  const locale: Locale = location.pathname.slice(base.length).split('/')[0] ?? '';
  const response = await fetch(base + termNotesPath(locale));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}

function createPopover(): HTMLElement {
  const popover = document.createElement('div');
  popover.id = 'recall-term-popover';
  popover.className = 'recall-popover';
  popover.setAttribute('role', 'tooltip');
  popover.popover = 'manual';
  document.body.append(popover);
  return popover;
}

function fill(popover: HTMLElement, [name, definition, title]: TermNote, href: string): void {
  const heading = document.createElement('p');
  heading.className = 'recall-popover__name';
  heading.textContent = name;
  const body = document.createElement('div');
  body.innerHTML = trustedHtml(definition);
  const source = document.createElement('a');
  source.href = href;
  source.textContent = `${title} →`;
  popover.replaceChildren(heading, body, source);
}

/** Below the word, or above it where there is no room, and never beyond the edge of the screen. */
function place(popover: HTMLElement, link: HTMLElement): void {
  const word = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const margin = 8;
  const left = Math.max(margin, Math.min(word.left, innerWidth - width - margin));
  const below = word.bottom + margin;
  const top = below + height > innerHeight ? Math.max(margin, word.top - height - margin) : below;
  popover.style.left = `${left}px`;
  popover.style.top = `${top}px`;
}
