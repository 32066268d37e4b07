import { computed, signal } from '@preact/signals';
import { UnreachableError } from '../../src/components/site-json.ts';
import type { Study } from '../../src/components/study.ts';
import { createTagsOf } from '../../src/components/tags-of.ts';
import type { ManifestCard, ManifestQuestion, TagUse } from '../../src/format/deck.ts';
import type { Instant } from '../../src/format/event.ts';
import type { WriterId } from '../../src/format/id.ts';
import type { QuestionText } from '../../src/format/question.ts';
import { applyToSchedule, foldLog } from '../../src/scheduler/index.ts';
import { openLog } from '../../src/store/log.ts';

/** 2026-11-23, nine in the morning in Shanghai. */
export const MORNING: Instant = { at: Date.UTC(2026, 10, 23, 1), offsetMinutes: 480 };

/** What a study is of. A card's front is its id, its back the same with `!`; every question has the same text. */
export interface StudyContent {
  readonly cards?: readonly ManifestCard[];
  readonly questions?: readonly ManifestQuestion[];
  readonly question?: QuestionText;
  readonly tags?: TagUse;
}

/** A study over a log in memory; a test holds its clock and network. */
export async function createStudy({ cards = [], questions = [], question, tags }: StudyContent) {
  const clock = { now: MORNING };
  const network = { isDown: false };
  const log = await openLog({
    namespace: 'recall:/',
    storage: undefined,
    journal: undefined,
    writer: 'abcdef0123' as WriterId,
  });
  const schedule = signal(foldLog(log.events(), clock.now));
  log.subscribe((added) => {
    schedule.value = applyToSchedule(schedule.peek(), added, log.events(), clock.now);
  });
  const shown = { locale: 'en', language: 'en', lessonTitle: 'First' };
  const study: Study = {
    log,
    schedule,
    memories: computed(() => schedule.value.memories),
    folder: signal(undefined),
    now: () => clock.now,
    clock: signal(clock.now),
    decks: {
      cards,
      questions,
      tagsOf: createTagsOf(tags),
      history: { renamed: {}, retired: [] },
      loadFace: async ({ id, kind, note, lesson }) => {
        if (network.isDown) throw new UnreachableError('down');
        return { ...shown, id, kind, note, lesson, front: id, back: `${id}!` };
      },
      loadQuestion: async ({ id, note, lesson }) => {
        if (network.isDown) throw new UnreachableError('down');
        if (question === undefined) throw new Error('404');
        return { ...shown, id, note, lesson, text: question };
      },
    },
  };
  const wait = (milliseconds: number) => {
    clock.now = { ...clock.now, at: clock.now.at + milliseconds };
  };
  return { study, log, clock, network, wait };
}

/** Lets what is loading arrive. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));
