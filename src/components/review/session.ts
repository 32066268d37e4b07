import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ManifestCard, ManifestItem, ManifestQuestion } from '../../format/deck.ts';
import type { Grade, Response } from '../../format/event.ts';
import type { EventId, ItemId } from '../../format/id.ts';
import { assess, createAttempt, seedOf, thinkingTime } from '../../quiz/index.ts';
import {
  buildQueue,
  type CardMemory,
  type Preview,
  previewGrades,
  type Queue,
} from '../../scheduler/index.ts';
import type { Saved } from '../../store/index.ts';
import type { Face, ShownQuestion } from '../decks.ts';
import { countDueTomorrow, selectReviewItems } from '../outlook.ts';
import { recordAttempt } from '../quiz/answer-record.ts';
import type { GivenAnswer } from '../quiz/given-answer.ts';
import type { Study } from '../study.ts';

/** What the review screen shows. */
export type View =
  | { readonly state: 'loading' }
  | ({ readonly state: 'front' } & ShownCard)
  | ({ readonly state: 'back'; readonly preview: Readonly<Record<Grade, Preview>> } & ShownCard)
  | QuestionView
  | { readonly state: 'finished' }
  | { readonly state: 'failed'; readonly reason: string };

/** A question in hand; it stays, with feedback, until the learner goes on. */
export interface QuestionView extends Shown {
  readonly state: 'question';
  readonly item: ManifestQuestion;
  readonly question: ShownQuestion;
  readonly seed: number;
  /** Hints opened so far. */
  readonly hints: number;
  readonly given: GivenAnswer | undefined;
}

/** A run through today's queue. */
export interface Session {
  readonly view: ReadonlySignal<View>;
  readonly queue: ReadonlySignal<Queue>;
  /** Answers given in this run and not taken back. */
  readonly answered: ReadonlySignal<number>;
  /** Whether the newest answer has reached durable storage. */
  readonly saved: ReadonlySignal<'nothing' | 'saving' | 'saved' | 'unsaved'>;
  /** Cards that will be due tomorrow. */
  readonly tomorrow: ReadonlySignal<number>;
  reveal(): void;
  grade(grade: Grade): void;
  /** Opens one more hint of the question in hand. */
  hint(): void;
  answer(response: Response): void;
  /** Goes on from the feedback of a question. */
  next(): void;
  /** Takes back the newest answer of this run. */
  undo(): void;
  /** Reads the clock anew and, after a failure, tries the same card again. */
  refresh(): void;
}

/**
 * Starts a run: the first card of the queue is loaded at once. Questions answered before come back among the cards
 * while `hasQuestions` says so.
 */
export function createSession(study: Study, hasQuestions: ReadonlySignal<boolean>): Session {
  const { decks, log, schedule } = study;
  const now = signal(study.now());
  const queue = computed(() => {
    const items = selectReviewItems(decks, schedule.value.memories, hasQuestions.value);
    return buildQueue({ ...items, schedule: schedule.value, now: now.value });
  });
  const view = signal<View>({ state: 'loading' });
  const saved = signal<'nothing' | 'saving' | 'saved' | 'unsaved'>('nothing');
  const answers = signal<readonly EventId[]>([]);
  const questionIds = new Set<ItemId>(decks.questions.map(({ id }) => id));
  const isQuestion = (item: ManifestItem): item is ManifestQuestion => questionIds.has(item.id);
  /** What is in hand stays there until it is answered, here or in another tab. */
  let held: ManifestItem | undefined;
  /** While the next card is fetched the last one still shows, and must not be answered twice. */
  let isFetching = false;

  const load = async (item: ManifestItem, memory: CardMemory | undefined): Promise<View> => {
    const shown = { memory, shownAt: study.now().at };
    if (!isQuestion(item)) return { state: 'front', card: item, face: await decks.loadFace(item), ...shown };
    const question = await decks.loadQuestion(item);
    const seed = seedOf(`${item.id} ${memory?.reviews ?? 0} ${shown.shownAt}`);
    return { state: 'question', item, question, seed, hints: 0, given: undefined, ...shown };
  };
  const show = async (item: ManifestItem, memory: CardMemory | undefined) => {
    held = item;
    isFetching = true;
    try {
      const loaded = await load(item, memory);
      if (held !== item) return;
      isFetching = false;
      view.value = loaded;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (held === item) view.value = { state: 'failed', reason };
    }
  };
  const advance = ({ items }: Queue) => {
    const [first, ...next] = items;
    if (!first) {
      held = undefined;
      view.value = { state: 'finished' };
      return;
    }
    void show(first.item, first.memory);
    for (const { item } of next.slice(0, PRELOADED)) load(item, undefined).catch(() => undefined);
  };
  const release = (change: () => void) =>
    batch(() => {
      held = undefined;
      change();
      now.value = study.now();
    });
  const follow = (appended: { readonly event: EventId; readonly saved: Promise<Saved> }) => {
    saved.value = 'saving';
    answers.value = [...answers.value, appended.event];
    void appended.saved.then((result) => {
      saved.value = result.journal ? 'saved' : 'unsaved';
    });
  };

  effect(() => {
    const built = queue.value;
    const shown = view.peek();
    if (shown.state === 'question' && shown.given) return;
    const current = built.items.find(({ item }) => item.id === held?.id);
    if (!held || !current || isAnsweredSince(shown, current.memory)) advance(built);
  });

  return {
    view,
    queue,
    saved,
    answered: computed(() => answers.value.length),
    tomorrow: computed(() => countDueTomorrow(schedule.value, now.value)),
    reveal: () => {
      const shown = view.value;
      if (shown.state !== 'front') return;
      const preview = previewGrades({ item: shown.card.id, schedule: schedule.peek(), now: study.now() });
      view.value = { ...shown, state: 'back', preview };
    },
    grade: (grade) => {
      const shown = view.value;
      if (shown.state !== 'back' || isFetching) return;
      const instant = study.now();
      release(() => {
        const { event, saved: whenSaved } = log.append({
          ...instant,
          type: 'card.reviewed',
          card: shown.card.id,
          grade,
          interval: shown.preview[grade].interval,
          ...(shown.card.rev > 1 && { rev: shown.card.rev }),
          durationMs: thinkingTime(shown.shownAt, instant.at),
        });
        follow({ event: event.id, saved: whenSaved });
      });
    },
    hint: () => {
      const shown = view.value;
      if (shown.state !== 'question' || shown.given) return;
      const hints = Math.min(shown.hints + 1, shown.question.text.hints.length);
      view.value = { ...shown, hints };
    },
    answer: (response) => {
      const shown = view.value;
      if (shown.state !== 'question' || shown.given || isFetching) return;
      const { hints, question, item } = shown;
      const { at } = study.now();
      const durationMs = thinkingTime(shown.shownAt, at);
      const assessment = assess(question.text, response, { hints, durationMs });
      view.value = { ...shown, given: { response, assessment, hints } };
      follow(
        recordAttempt(
          study,
          createAttempt({ question: item.id, response, hints, durationMs, at }, assessment),
        ),
      );
    },
    next: () => {
      const shown = view.value;
      if (shown.state !== 'question' || !shown.given) return;
      now.value = study.now();
      advance(queue.value);
    },
    undo: () => {
      const target = answers.value.at(-1);
      if (!target) return;
      release(() => {
        view.value = { state: 'loading' };
        log.append({ ...study.now(), type: 'review.undone', target });
        answers.value = answers.value.slice(0, -1);
      });
    },
    refresh: () => {
      now.value = study.now();
      if (view.value.state === 'failed') advance(queue.value);
    },
  };
}

/** Lessons of so many coming cards are fetched ahead. */
const PRELOADED = 2;

function isAnsweredSince(view: View, memory: CardMemory | undefined): boolean {
  if (!('memory' in view)) return false;
  return (view.memory?.reviews ?? 0) !== (memory?.reviews ?? 0);
}

interface Shown {
  /** `undefined` for a card never seen. */
  readonly memory: CardMemory | undefined;
  /** Milliseconds UTC. */
  readonly shownAt: number;
}

interface ShownCard extends Shown {
  readonly card: ManifestCard;
  readonly face: Face;
}
