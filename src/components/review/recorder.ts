import { type ReadonlySignal, signal } from '@preact/signals';
import type { EventDraft } from '../../format/event.ts';
import type { EventId } from '../../format/id.ts';
import type { LearnerLog, Saved } from '../../store/index.ts';

/** Writes what is done in a run to the log. */
export interface Recorder {
  /** Whether the newest change has reached durable storage. */
  readonly saved: ReadonlySignal<'nothing' | 'saving' | 'saved' | 'unsaved'>;
  append(draft: EventDraft): EventId;
  /** As one act. */
  appendAll(drafts: readonly EventDraft[]): void;
  /** Follows what was appended elsewhere. */
  follow(whenSaved: Promise<Saved>): void;
}

/** Nothing has been written yet. */
export function createRecorder(log: Pick<LearnerLog, 'append' | 'appendAll'>): Recorder {
  const saved = signal<'nothing' | 'saving' | 'saved' | 'unsaved'>('nothing');
  const follow = (whenSaved: Promise<Saved>) => {
    saved.value = 'saving';
    void whenSaved.then((result) => {
      saved.value = result.journal ? 'saved' : 'unsaved';
    });
  };
  return {
    saved,
    append: (draft) => {
      const { event, saved: whenSaved } = log.append(draft);
      follow(whenSaved);
      return event.id;
    },
    appendAll: (drafts) => follow(log.appendAll(drafts).saved),
    follow,
  };
}
