import { computed, signal } from '@preact/signals';
import type { Study } from '../../../src/components/study.ts';
import type { Instant } from '../../../src/format/event.ts';
import type { WriterId } from '../../../src/format/id.ts';
import { applyToSchedule, foldLog } from '../../../src/scheduler/index.ts';
import { openLog } from '../../../src/store/log.ts';
import { createPreferences } from '../../../src/store/preferences.ts';
import { choiceText, listed } from '../../quiz/samples.ts';

/** 2026-11-23, nine in the morning in Shanghai. */
export const MORNING: Instant = { at: Date.UTC(2026, 10, 23, 1), offsetMinutes: 480 };

export const QUESTIONS = ['q-a', 'q-b', 'q-c'].map((id) => listed(id));

/** A study of three choices whose right option is `a`, over a log in memory; a test holds its clock and network. */
export async function createStudy() {
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
  const study: Study = {
    log,
    schedule,
    memories: computed(() => schedule.value.memories),
    folder: signal(undefined),
    now: () => clock.now,
    decks: {
      cards: [],
      questions: QUESTIONS,
      history: { renamed: {}, retired: [] },
      loadFace: () => Promise.reject(new Error('404')),
      loadQuestion: async ({ id, note, lesson }) => {
        if (network.isDown) throw new Error('503');
        const text = choiceText('abc', 'a');
        return { id, note, lesson, text, locale: 'en', language: 'en', lessonTitle: 'First' };
      },
    },
  };
  const wait = (milliseconds: number) => {
    clock.now = { ...clock.now, at: clock.now.at + milliseconds };
  };
  return { study, log, network, wait, preferences: createPreferences(undefined, 'recall:/') };
}

/** Lets what is loading arrive. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));
