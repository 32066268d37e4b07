import type { LearnerEvent } from '../format/event.ts';
import { hashText } from '../format/hash-text.ts';
import type { Imports } from './imports.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/** The events of a timeline that count: all but those of undone imports. */
export interface View {
  /** Takes note of what the timeline has got; returns what is new to see, or `lost` if something has gone. */
  add(fresh: readonly LearnerEvent[]): readonly LearnerEvent[] | 'lost';
  events(): readonly LearnerEvent[];
  /** Names just this set of events, for caches of what follows from it. */
  stamp(): string;
  /** Looks at the timeline anew. */
  reset(): void;
}

/** A view of a timeline. */
export function createView(timeline: Timeline, imports: Imports): View {
  let visible: Timeline | undefined;
  let unhashed: (readonly LearnerEvent[])[] = [];
  let hash = 0;

  function reset(): void {
    visible = imports.hasHidden() ? createTimeline() : undefined;
    visible?.add(timeline.events().filter((event) => !imports.isHidden(event)));
    unhashed = [view.events()];
    hash = 0;
  }

  const view: View = {
    add(fresh) {
      if (imports.note(fresh)) {
        reset();
        return 'lost';
      }
      const shown = visible ? visible.add(fresh.filter((event) => !imports.isHidden(event))) : fresh;
      unhashed.push(shown);
      return shown;
    },
    events: () => (visible ?? timeline).events(),
    stamp() {
      // A sum does not depend on the order.
      for (const { id } of unhashed.flat()) hash = (hash + hashText(id)) >>> 0;
      unhashed = [];
      const events = view.events();
      return `${events.length.toString(36)}-${hash.toString(36)}-${events.at(-1)?.id ?? ''}`;
    },
    reset,
  };
  return view;
}
