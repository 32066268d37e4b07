import { type ReadonlySignal, signal } from '@preact/signals';
import type { ManifestItem, ManifestQuestion } from '../../format/deck.ts';
import type { ItemId } from '../../format/id.ts';
import { seedOf } from '../../quiz/index.ts';
import { previewGrades } from '../../scheduler/index.ts';
import { explainFailure } from '../failure/failure.ts';
import type { Study } from '../study.ts';
import type { SessionItem, SessionQueue } from './session-queue.ts';
import { createSiblings } from './siblings.ts';
import { isAnsweredSince, type QuestionView, type View } from './view.ts';

/** The one item of a run that is shown: from fetching its text until it makes way for the next. */
export interface Hand {
  readonly view: ReadonlySignal<View>;
  /** While the next item is fetched the last one still shows, and must not be answered twice. */
  isFetching(): boolean;
  holds(item: ItemId): boolean;
  /** Goes on to the first of a queue, or to the one that was wanted. */
  advance(queue: SessionQueue): void;
  /** The same, but only if what is held was answered, here or in another tab, or has left the queue. */
  follow(queue: SessionQueue): void;
  /** Shows the answer of a card. */
  reveal(): void;
  /** Changes the question that is shown. */
  change(view: QuestionView): void;
  /** Lets go: what shows stays until the next queue. */
  release(): void;
  /** Lets go and shows nothing until the next queue, in which an item may be `wanted` first. */
  clear(wanted?: ItemId): void;
}

/** An empty hand, or one that will take up the item that was `left` and show its answer at once. */
export function createHand({ decks, schedule, now }: Study, left: ItemId | undefined): Hand {
  const view = signal<View>({ state: 'loading' });
  const siblingsOf = createSiblings(decks);
  const questionIds = new Set<ItemId>(decks.questions.map(({ id }) => id));
  const isQuestion = (item: ManifestItem): item is ManifestQuestion => questionIds.has(item.id);
  /** What is in hand stays there until it is answered, here or in another tab. */
  let held: ManifestItem | undefined;
  /** What comes first, wherever it stands in the queue: a card whose answer was taken back. */
  let wanted = left;
  /** Whose answer is shown at once. */
  let revealed = left;
  let isFetching = false;

  const reveal = () => {
    const shown = view.value;
    if (shown.state !== 'front') return;
    const { id } = shown.card;
    const siblings = siblingsOf(shown.card);
    const preview = previewGrades({ item: id, schedule: schedule.peek(), now: now(), siblings });
    view.value = { ...shown, state: 'back', preview };
  };
  const load = async (
    item: ManifestItem,
    { memory, changedSince, isCram = false, examRecall }: Omit<SessionItem, 'kind' | 'item'>,
  ): Promise<View> => {
    const shown = { memory, changedSince, isCram, examRecall, shownAt: now().at };
    if (!isQuestion(item)) return { state: 'front', card: item, face: await decks.loadFace(item), ...shown };
    const question = await decks.loadQuestion(item);
    const seed = seedOf(`${item.id} ${memory?.reviews ?? 0} ${shown.shownAt}`);
    return { state: 'question', item, question, seed, hints: 0, given: undefined, ...shown };
  };
  const show = async (queued: SessionItem) => {
    const { item } = queued;
    held = item;
    isFetching = true;
    try {
      const loaded = await load(item, queued);
      if (held !== item) return;
      isFetching = false;
      view.value = loaded;
      if (item.id === revealed) reveal();
      revealed = undefined;
    } catch (error) {
      if (held === item) view.value = { state: 'failed', failure: explainFailure(error) };
    }
  };
  const advance = ({ items }: SessionQueue) => {
    const first = items.find(({ item }) => item.id === wanted) ?? items[0];
    wanted = undefined;
    if (!first) {
      held = undefined;
      view.value = { state: 'finished' };
      return;
    }
    void show(first);
    const next = items.filter((queued) => queued !== first).slice(0, PRELOADED);
    for (const queued of next) load(queued.item, queued).catch(() => undefined);
  };

  return {
    view,
    isFetching: () => isFetching,
    holds: (item) => item === held?.id,
    advance,
    follow: (queue) => {
      const shown = view.peek();
      if (shown.state === 'question' && shown.given) return;
      const current = queue.items.find(({ item }) => item.id === held?.id);
      if (!held || !current || isAnsweredSince(shown, current.memory)) advance(queue);
    },
    reveal,
    change: (changed) => {
      view.value = changed;
    },
    release: () => {
      held = undefined;
    },
    clear: (next) => {
      held = undefined;
      wanted = next;
      isFetching = true;
      view.value = { state: 'loading' };
    },
  };
}

/** Lessons of so many coming cards are fetched ahead. */
const PRELOADED = 2;
