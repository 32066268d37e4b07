import { forgetReturnPoint, type ReturnPoint } from './return-point.ts';

/** Puts a bar with the way back to the review at the bottom of a page that was opened from it. */
export function showReturnBar(base: string, { review, label, closeName }: ReturnPoint): void {
  const bar = document.createElement('aside');
  bar.className = 'recall-return';
  bar.setAttribute('aria-label', label);
  const link = document.createElement('a');
  link.href = review;
  link.textContent = `← ${label}`;
  const close = document.createElement('button');
  close.type = 'button';
  close.setAttribute('aria-label', closeName);
  close.textContent = '✕';
  close.addEventListener('click', () => {
    forgetReturnPoint(base);
    bar.remove();
  });
  bar.append(link, close);
  document.body.append(bar);
}
