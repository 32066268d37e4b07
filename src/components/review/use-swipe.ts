import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Calls back when a finger moves across an element sideways, further than down or up. */
export function useSwipe(
  element: RefObject<HTMLElement>,
  isWanted: boolean,
  onSwipe: (direction: 'left' | 'right') => void,
): void {
  useEffect(() => {
    const target = element.current;
    if (!target || !isWanted) return;
    let from: PointerEvent | undefined;
    const start = (event: PointerEvent) => {
      from = event.pointerType === 'mouse' || !event.isPrimary ? undefined : event;
    };
    const end = (event: PointerEvent) => {
      if (from?.pointerId !== event.pointerId) return;
      const [across, along] = [event.clientX - from.clientX, event.clientY - from.clientY];
      from = undefined;
      if (Math.abs(across) > FAR_PX && Math.abs(across) > 2 * Math.abs(along))
        onSwipe(across < 0 ? 'left' : 'right');
    };
    target.addEventListener('pointerdown', start);
    target.addEventListener('pointerup', end);
    return () => {
      target.removeEventListener('pointerdown', start);
      target.removeEventListener('pointerup', end);
    };
  }, [element, isWanted, onSwipe]);
}

/** Further than a finger slips while it taps. */
const FAR_PX = 72;
