import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ManifestCard } from '../../format/deck.ts';
import type { Grade } from '../../format/event.ts';
import type { EventId } from '../../format/id.ts';
import {
  buildQueue,
  type CardMemory,
  type Preview,
  previewGrades,
  type Queue,
} from '../../scheduler/index.ts';
import type { Face } from '../decks.ts';
import { countDueTomorrow } from '../outlook.ts';
import type { Study } from '../study.ts';

/** What the review screen shows. */
export type View =
  | { readonly state: 'loading' }
  | ({ readonly state: 'front' } & Shown)
  | ({ readonly state: 'back'; readonly preview: Readonly<Record<Grade, Preview>> } & Shown)
  | { readonly state: 'finished' }
  | { readonly state: 'failed'; readonly reason: string };

/** A run through today's queue. */
export interface Session {
  readonly view: ReadonlySignal<View>;
  readonly queue: ReadonlySignal<Queue<ManifestCard>>;
  /** Answers given in this run and not taken back. */
  readonly answered: ReadonlySignal<number>;
  /** Whether the newest answer has reached durable storage. */
  readonly saved: ReadonlySignal<'nothing' | 'saving' | 'saved' | 'unsaved'>;
  /** Cards that will be due tomorrow. */
  readonly tomorrow: ReadonlySignal<number>;
  reveal(): void;
  grade(grade: Grade): void;
  /** Takes back the newest answer of this run. */
  undo(): void;
  /** Reads the clock anew and, after a failure, tries the same card again. */
  refresh(): void;
}

/** Starts a run: the first card of the queue is loaded at once. */
export function createSession(study: Study): Session {
  const { decks, log, memories } = study;
  const now = signal(study.now());
  const queue = computed(() => buildQueue({ deck: decks.cards, memories: memories.value, now: now.value }));
  const view = signal<View>({ state: 'loading' });
  const saved = signal<'nothing' | 'saving' | 'saved' | 'unsaved'>('nothing');
  const answers = signal<readonly EventId[]>([]);
  /** The card in hand stays there until it is answered, here or in another tab. */
  let held: ManifestCard | undefined;

  const show = async (card: ManifestCard, memory: CardMemory | undefined) => {
    held = card;
    try {
      const face = await decks.loadFace(card);
      if (held === card) view.value = { state: 'front', card, face, memory, shownAt: study.now().at };
    } catch (error) {
      if (held === card)
        view.value = { state: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  };
  const advance = (items: Queue<ManifestCard>['items']) => {
    const [first, ...next] = items;
    if (!first) {
      held = undefined;
      view.value = { state: 'finished' };
      return;
    }
    void show(first.item, first.memory);
    for (const { item } of next.slice(0, PRELOADED)) decks.loadFace(item).catch(() => undefined);
  };
  const changeLog = (change: () => void) =>
    batch(() => {
      held = undefined;
      change();
      now.value = study.now();
    });

  effect(() => {
    const { items } = queue.value;
    const current = items.find(({ item }) => item.id === held?.id);
    if (!held || !current || isAnsweredSince(view.peek(), current.memory)) advance(items);
  });

  return {
    view,
    queue,
    saved,
    answered: computed(() => answers.value.length),
    tomorrow: computed(() => countDueTomorrow(memories.value, now.value)),
    reveal: () => {
      const shown = view.value;
      if (shown.state !== 'front') return;
      const preview = previewGrades(shown.memory, shown.card.id, study.now());
      view.value = { ...shown, state: 'back', preview };
    },
    grade: (grade) => {
      const shown = view.value;
      if (shown.state !== 'back') return;
      const instant = study.now();
      changeLog(() => {
        saved.value = 'saving';
        const appended = log.append({
          ...instant,
          type: 'card.reviewed',
          card: shown.card.id,
          grade,
          interval: shown.preview[grade].interval,
          durationMs: Math.min(Math.max(0, instant.at - shown.shownAt), LONGEST_ANSWER_MS),
        });
        answers.value = [...answers.value, appended.event.id];
        void appended.saved.then((result) => {
          saved.value = result.journal ? 'saved' : 'unsaved';
        });
      });
    },
    undo: () => {
      const target = answers.value.at(-1);
      if (!target) return;
      changeLog(() => {
        log.append({ ...study.now(), type: 'review.undone', target });
        answers.value = answers.value.slice(0, -1);
      });
    },
    refresh: () => {
      now.value = study.now();
      if (view.value.state === 'failed') advance(queue.value.items);
    },
  };
}

/** Lessons of so many coming cards are fetched ahead. */
const PRELOADED = 2;

/** Whoever leaves a card open over lunch did not think for an hour. */
const LONGEST_ANSWER_MS = 10 * 60_000;

function isAnsweredSince(view: View, memory: CardMemory | undefined): boolean {
  if (view.state !== 'front' && view.state !== 'back') return false;
  return (view.memory?.reviews ?? 0) !== (memory?.reviews ?? 0);
}

interface Shown {
  readonly card: ManifestCard;
  readonly face: Face;
  /** `undefined` for a card never seen. */
  readonly memory: CardMemory | undefined;
  /** Milliseconds UTC. */
  readonly shownAt: number;
}
