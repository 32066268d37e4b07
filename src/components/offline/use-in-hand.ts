import { useEffect } from 'preact/hooks';
import { holdInHand } from './busy.ts';

/** Holds what a screen shows for as long as it shows it; `undefined` leaves the hand empty. */
export function useInHand(name: string | undefined): void {
  useEffect(() => holdInHand(name), [name]);
  useEffect(() => () => holdInHand(undefined), []);
}
