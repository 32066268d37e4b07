import { describe, expect, it } from 'vitest';
import { createSession } from '../../src/components/review/session.ts';
import type { CardId } from '../../src/format/id.ts';
import { ANSWERED, createSample, QUESTION } from './session-fixture.ts';
import { MORNING, settled } from './study-fixture.ts';

describe('a session', () => {
  it('shows the front, then the answer with what each grade would do, and stores just that', async () => {
    const { study, log } = await createSample();
    const session = createSession(study);
    await settled();
    expect(session.view.value).toMatchObject({ state: 'front', face: { front: 'apple' } });
    session.grade(4);
    expect(log.events()).toEqual([]);

    session.reveal();
    const shown = session.view.value;
    if (shown.state !== 'back') throw new Error(`Inconsistent: ${shown.state}`);
    session.grade(4);
    expect(log.events()).toMatchObject([
      { type: 'card.reviewed', card: 'apple', grade: 4, interval: shown.preview[4].interval, at: MORNING.at },
    ]);
    expect(session.run.answers.value).toHaveLength(1);
    await settled();
    expect(session.view.value).toMatchObject({ state: 'front', face: { front: 'pear' } });
  });

  it('says that an answer is saved only when a durable store has it', async () => {
    const { study } = await createSample();
    const session = createSession(study);
    await settled();
    session.reveal();
    session.grade(4);
    expect(session.saved.value).toBe('saving');
    await settled();
    expect(session.saved.value).toBe('unsaved');
  });

  it('takes one grade for a card, however slowly the next one arrives', async () => {
    const { study, log } = await createSample();
    const session = createSession(study);
    await settled();
    session.reveal();
    session.grade(3);
    session.grade(3);
    expect(log.events()).toHaveLength(1);
  });

  it('undo brings the card back, answer by answer', async () => {
    const { study, wait } = await createSample();
    const session = createSession(study);
    for (let count = 0; count < 2; count++) {
      await settled();
      session.reveal();
      wait(4000);
      session.grade(4);
    }
    expect(session.lastAct.value).toMatchObject({ items: ['pear'], grade: 4 });
    session.undo();
    await settled();
    expect(session.view.value).toMatchObject({ state: 'front', face: { front: 'pear' } });
    session.undo();
    await settled();
    expect(session.view.value).toMatchObject({ state: 'front', face: { front: 'apple' } });
    expect(study.memories.value.size).toBe(0);
    expect(session.run.answers.value).toEqual([]);
    session.undo();
    expect(session.run.answers.value).toEqual([]);
  });

  it('moves on when another tab answers the card in hand', async () => {
    const { study, log } = await createSample();
    const session = createSession(study);
    await settled();
    session.reveal();
    log.append({
      ...MORNING,
      type: 'card.reviewed',
      card: 'apple' as CardId,
      grade: 3,
      interval: { minutes: 10 },
      durationMs: 1,
    });
    await settled();
    expect(session.view.value).toMatchObject({ state: 'front', face: { front: 'pear' } });
  });

  it('keeps the card in hand while the clock moves', async () => {
    const { study, clock } = await createSample();
    const session = createSession(study);
    await settled();
    session.reveal();
    clock.now = { ...MORNING, at: MORNING.at + 60_000 };
    session.refresh();
    await settled();
    expect(session.view.value).toMatchObject({ state: 'back', face: { front: 'apple' } });
  });

  it('says why a card cannot be loaded, and goes on when it can', async () => {
    const { study, network } = await createSample();
    network.isDown = true;
    const session = createSession(study);
    await settled();
    expect(session.view.value).toEqual({ state: 'failed', failure: 'offline' });
    network.isDown = false;
    session.refresh();
    await settled();
    expect(session.view.value).toMatchObject({ state: 'front', face: { front: 'apple' } });
  });

  it('ends when everything is done, and finds a card in its steps again when its time comes', async () => {
    const { study, clock } = await createSample();
    const session = createSession(study);
    for (const grade of [4, 4, 4] as const) {
      await settled();
      session.reveal();
      session.grade(grade);
    }
    await settled();
    expect(session.view.value).toEqual({ state: 'finished' });
    const dueAt = Math.min(...[...study.memories.value.values()].map((memory) => memory.dueAt));
    clock.now = { ...MORNING, at: dueAt };
    session.refresh();
    await settled();
    expect(session.view.value.state).toBe('front');
  });

  it('brings a due question among the cards, keeps it while its feedback is read, and then goes on', async () => {
    const { study, log } = await createSample();
    log.append(ANSWERED);
    const session = createSession(study);
    await settled();
    const fronts: string[] = [];
    for (let left = session.queue.value.items.length; left > 0; left--) {
      const view = session.view.value;
      fronts.push(view.state === 'front' ? view.face.front : view.state);
      session.reveal();
      session.grade(4);
      session.hint();
      session.hint();
      session.answer({ truth: true });
      await settled();
      if (view.state === 'question') {
        expect(session.view.value).toMatchObject({ state: 'question', given: { hints: 1 } });
        session.next();
        await settled();
      }
    }
    // The card of the question's own note waits for tomorrow: it is a sibling.
    expect([...fronts].sort()).toEqual(['apple', 'plum', 'question']);
    expect(log.events().filter(({ type }) => type === 'question.answered')).toMatchObject([
      {},
      { question: 'pear-q', grade: 2, hints: 1, score: 75, response: { truth: true } },
    ]);
  });

  it('leaves questions out when the learner does not want them', async () => {
    const { study, log } = await createSample();
    log.append(ANSWERED);
    const choose = (value: boolean) =>
      log.append({ ...MORNING, type: 'settings.changed', name: 'review-questions', value });
    choose(false);
    const session = createSession(study);
    const ids = () => session.queue.value.items.map(({ item }) => item.id);
    expect(ids()).not.toContain('pear-q');
    choose(true);
    expect(ids()).toContain('pear-q');
  });

  it('undo takes back an answer whose feedback is being read', async () => {
    const { study, log, wait } = await createSample();
    log.append(ANSWERED);
    const session = createSession(study);
    await settled();
    while (session.view.value.state !== 'question') {
      session.reveal();
      session.grade(4);
      wait(4000);
      await settled();
    }
    session.answer({ truth: false });
    session.undo();
    await settled();
    expect(session.view.value).toMatchObject({ state: 'question', given: undefined });
    expect(study.memories.value.get(QUESTION.id)?.reviews).toBe(1);
  });
});
