import { describe, expect, it } from 'vitest';
import { createSession, type Session } from '../../src/components/review/session.ts';
import type { Grade, Interval } from '../../src/format/event.ts';
import type { CardId, LessonId } from '../../src/format/id.ts';
import type { StudyFilter } from '../../src/scheduler/index.ts';
import { createSample } from './session-fixture.ts';
import { MORNING, settled } from './study-fixture.ts';

const LESSON: StudyFilter = { lessons: ['basics/first' as LessonId] };

/** A session of chosen cards after some answers, each a day before `MORNING`. */
async function startStudy(filter: StudyFilter, answers: Record<string, [Grade, Interval]>) {
  const world = await createSample();
  for (const [card, [grade, interval]] of Object.entries(answers)) {
    const at = MORNING.at - 86_400_000 + world.log.events().length;
    world.log.append({
      ...MORNING,
      at,
      type: 'card.reviewed',
      card: card as CardId,
      grade,
      interval,
      durationMs: 1,
    });
  }
  const session = createSession(world.study, filter);
  await settled();
  const answer = async (grade: Grade) => {
    session.reveal();
    world.wait(4000);
    session.grade(grade);
    await settled();
  };
  return { ...world, session, answer };
}

const frontOf = ({ view: { value } }: Session) => ('face' in value ? value.face.front : value.state);

describe('study out of turn', () => {
  it('asks what is not due, too, and keeps such answers out of the schedule', async () => {
    const { session, study, log, answer } = await startStudy(LESSON, {
      apple: [4, { days: 30 }],
      pear: [4, { days: 1 }],
    });
    const before = study.schedule.value.memories.get('apple' as CardId);
    const shown: string[] = [];
    while (session.view.value.state !== 'finished') {
      const view = session.view.value;
      if (view.state === 'front') shown.push(`${frontOf(session)}${view.isCram ? ' out of turn' : ''}`);
      await answer(4);
    }
    expect(shown).toEqual(['pear', 'plum', 'apple out of turn']);
    expect(log.events().at(-1)).toMatchObject({ card: 'apple', cram: true, interval: { days: 29 } });
    expect(study.schedule.value.memories.get('apple' as CardId)).toEqual(before);
    expect(log.events().filter((event) => 'cram' in event)).toHaveLength(1);
  });

  it('asks again what was not known, after the others, until it is', async () => {
    const { session, log, answer } = await startStudy(LESSON, {
      apple: [4, { days: 30 }],
      pear: [4, { days: 40 }],
      plum: [4, { days: 50 }],
    });
    const first = frontOf(session);
    await answer(1);
    expect(frontOf(session)).not.toBe(first);
    await answer(3);
    await answer(3);
    expect(frontOf(session)).toBe(first);
    await answer(1);
    expect(frontOf(session)).toBe(first);
    await answer(3);
    expect(session.view.value.state).toBe('finished');
    expect(log.events().filter((event) => 'cram' in event)).toHaveLength(5);
  });

  it('a card in its steps comes again within the run', async () => {
    const { session, answer } = await startStudy(LESSON, {
      apple: [4, { days: 30 }],
      pear: [4, { days: 40 }],
    });
    expect(frontOf(session)).toBe('plum');
    await answer(3);
    await answer(3);
    await answer(3);
    expect(frontOf(session)).toBe('plum');
    await answer(3);
    expect(session.view.value.state).toBe('finished');
  });

  it('undo takes back an answer out of turn and shows the card again', async () => {
    const { session, log, answer, wait } = await startStudy(
      { failed: true },
      { apple: [1, { days: 30 }], pear: [4, { days: 30 }] },
    );
    expect(session.queue.value.items.map(({ item }) => item.id)).toEqual(['apple']);
    await answer(3);
    expect(session.view.value.state).toBe('finished');
    wait(1000);
    session.undo();
    await settled();
    expect(frontOf(session)).toBe('apple');
    expect(session.run.answers.value).toEqual([]);
    expect(log.events().at(-1)).toMatchObject({ type: 'review.undone' });
  });

  it('for an exam it tells what will be known on that day', async () => {
    const examDay = Math.floor(MORNING.at / 86_400_000) + 60;
    const { session } = await startStudy({ examDay }, { apple: [3, { days: 3 }], pear: [4, { days: 30 }] });
    expect(frontOf(session)).toBe('apple');
    const view = session.view.value;
    const recall = 'examRecall' in view ? view.examRecall : undefined;
    expect(recall).toBeGreaterThan(0.3);
    expect(recall).toBeLessThan(0.9);
    expect(session.queue.value.weak).toBe(3);
  });

  it('ends with its session: a later answer elsewhere shows nothing', async () => {
    const { session, log } = await startStudy(LESSON, {});
    const shown = session.view.value;
    session.close();
    log.append({
      ...MORNING,
      type: 'card.reviewed',
      card: 'apple' as CardId,
      grade: 4,
      interval: { days: 4 },
      durationMs: 1,
    });
    await settled();
    expect(session.view.value).toBe(shown);
  });
});
