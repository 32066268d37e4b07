import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ManifestCard } from '../../format/deck.ts';
import type { Grade, Instant, Response } from '../../format/event.ts';
import type { ItemId } from '../../format/id.ts';
import { assess, createAttempt, thinkingTime } from '../../quiz/index.ts';
import { becomesLeech, learnerDay, type StudyFilter } from '../../scheduler/index.ts';
import type { Face } from '../decks.ts';
import { recordAttempt } from '../quiz/answer-record.ts';
import { applyRenames } from '../renames.ts';
import type { Study } from '../study.ts';
import { type Act, findAct } from './act.ts';
import { buildDailyQueue, draftExtension, type Extension, findExtension } from './daily-queue.ts';
import { createHand } from './hand.ts';
import { draftHandling, type Handling } from './handling.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { createRun, type Run, type RunAnswer } from './run.ts';
import { buildChosenQueue, type SessionQueue } from './session-queue.ts';
import { type CardView, itemInHand, type View } from './view.ts';

/** What was done last, for those who cannot see it; a new object each time. */
export type Notice = { readonly type: 'done' | 'undone'; readonly act: Act };

/** A card that is forgotten again and again. */
export interface Leech {
  readonly card: ManifestCard;
  readonly face: Face;
}

/** What a session that was left for the source of a card goes on with. */
export interface LeftSession {
  readonly item: ItemId;
  readonly answers: readonly RunAnswer[];
}

/** A run through today's queue. */
export interface Session {
  readonly view: ReadonlySignal<View>;
  readonly queue: ReadonlySignal<SessionQueue>;
  /** What was answered in this run and not taken back. */
  readonly run: Pick<Run, 'answers'>;
  readonly saved: Recorder['saved'];
  /** What {@link Session.undo} would take back. */
  readonly lastAct: ReadonlySignal<Act | undefined>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  /** The card that the newest answer made a leech: asking it once more is no way to learn it. */
  readonly leech: ReadonlySignal<Leech | undefined>;
  /** How many more cards today could have if its limits were raised a little. */
  readonly extension: ReadonlySignal<Extension>;
  reveal(): void;
  grade(grade: Grade): void;
  /** Opens one more hint of the question in hand. */
  hint(): void;
  answer(response: Response): void;
  /** Goes on from the feedback of a question. */
  next(): void;
  /** Does something to the item in hand, or to the leech. */
  handle(handling: Handling, target?: Leech): void;
  /** Raises today's limits, so that what waits can come. */
  extend(kind: keyof Extension): void;
  /** Takes back the newest act and shows its card again. */
  undo(): void;
  /** Reads the clock anew and, after a failure, tries the same card again. */
  refresh(): void;
  /** Ends following the log; another session takes over. */
  close(): void;
}

/**
 * Starts a run: the first card of the queue is loaded at once. With a `filter` the run goes through the cards that it
 * chooses instead of the day's. A session that was `left` goes on with the same card, its answer shown.
 */
export function createSession(study: Study, filter?: StudyFilter, left?: LeftSession): Session {
  const { decks, log, schedule } = study;
  const now = signal(study.now());
  const run = createRun(left?.answers);
  const queue = computed((): SessionQueue => {
    if (!filter) return buildDailyQueue(decks, schedule.value, now.value);
    const events = applyRenames(log.events(), decks.history);
    const answers = run.answers.value;
    return buildChosenQueue({ decks, schedule: schedule.value, events, filter, answers, now: now.value });
  });
  const hand = createHand(study, left?.item);
  const { view } = hand;
  const recorder = createRecorder(log);
  const notice = signal<Notice | undefined>(undefined);
  const leech = signal<Leech | undefined>(undefined);
  const lastAct = computed(() => {
    // Whatever is done to a card changes the schedule, in any tab; an answer out of turn changes the run.
    void schedule.value;
    void run.answers.value;
    return findAct(log.events(), now.value, decks);
  });
  const today = () => learnerDay(now.peek(), schedule.peek().options.rolloverHour);
  const tell = (type: Notice['type'], act: Act | undefined) => {
    notice.value = act && { type, act };
  };
  /** After an answer: a card forgotten once too often is pointed out, and switched off if the learner wants that. */
  const watchLeech = ({ card, face, memory }: CardView, instant: Instant) => {
    const { memories, options } = schedule.peek();
    const isLeech = becomesLeech(memory, memories.get(card.id), options);
    leech.value = isLeech ? { card, face } : undefined;
    // In the moment of the answer, so that both are one act to undo.
    if (isLeech && options.leechAction === 'suspend') {
      recorder.append({ ...instant, type: 'card.suspended', item: card.id });
    }
  };

  const stop = effect(() => hand.follow(queue.value));

  return {
    view,
    queue,
    run,
    saved: recorder.saved,
    lastAct,
    notice,
    leech,
    extension: computed(() => findExtension(decks, schedule.value, now.value)),
    reveal: hand.reveal,
    grade: (grade) => {
      const shown = view.value;
      if (shown.state !== 'back' || hand.isFetching()) return;
      const { card, preview, shownAt, isCram, memory } = shown;
      const instant = study.now();
      const durationMs = thinkingTime(shownAt, instant.at);
      batch(() => {
        hand.release();
        const event = recorder.append({
          ...instant,
          type: 'card.reviewed',
          card: card.id,
          grade,
          // Out of turn the card comes back when it would have come anyway.
          interval: isCram ? { days: Math.max(0, (memory?.dueDay ?? 0) - today()) } : preview[grade].interval,
          ...(isCram && { cram: true }),
          ...(card.rev > 1 && { rev: card.rev }),
          durationMs,
        });
        run.add({ event, item: card.id, grade, durationMs, isCram });
        watchLeech(shown, instant);
        notice.value = undefined;
        now.value = study.now();
      });
    },
    hint: () => {
      const shown = view.value;
      if (shown.state !== 'question' || shown.given) return;
      const hints = Math.min(shown.hints + 1, shown.question.text.hints.length);
      hand.change({ ...shown, hints });
    },
    answer: (response) => {
      const shown = view.value;
      if (shown.state !== 'question' || shown.given || hand.isFetching()) return;
      const { hints, question, item } = shown;
      const { at } = study.now();
      const durationMs = thinkingTime(shown.shownAt, at);
      const assessment = assess(question.text, response, { hints, durationMs });
      hand.change({ ...shown, given: { response, assessment, hints } });
      const attempt = createAttempt({ question: item.id, response, hints, durationMs, at }, assessment);
      const { event, saved: whenSaved } = recordAttempt(study, attempt);
      recorder.follow(whenSaved);
      run.add({ event, item: item.id, grade: attempt.grade, durationMs, isCram: false });
    },
    next: () => {
      const shown = view.value;
      if (shown.state !== 'question' || !shown.given) return;
      now.value = study.now();
      hand.advance(queue.value);
    },
    handle: (handling, target) => {
      const item = target?.card ?? (hand.isFetching() ? undefined : itemInHand(view.peek()));
      const memory = item && schedule.peek().memories.get(item.id);
      const draft = item && draftHandling(handling, item.id, memory, study.now(), today());
      if (!draft) return;
      const isInHand = hand.holds(item.id);
      batch(() => {
        leech.value = undefined;
        recorder.append(draft);
        now.value = study.now();
        // What is in hand shows until the next card has come, and must not be handled twice.
        if (isInHand) hand.clear();
      });
      tell('done', lastAct.peek());
    },
    extend: (kind) => {
      now.value = study.now();
      recorder.append({ ...now.value, ...draftExtension(schedule.peek().options, today(), kind) });
    },
    undo: () => {
      now.value = study.now();
      const act = lastAct.peek();
      if (!act) return;
      batch(() => {
        hand.clear(act.items[0]);
        leech.value = undefined;
        const instant = study.now();
        const drafts = act.events.map((target) => ({ ...instant, type: 'review.undone', target }) as const);
        recorder.appendAll(drafts);
        run.remove(act.events);
        now.value = study.now();
      });
      tell('undone', act);
    },
    refresh: () => {
      now.value = study.now();
      if (view.value.state === 'failed') hand.advance(queue.value);
    },
    close: stop,
  };
}
