import { describe, expect, it } from 'vitest';
import { createSession, type Session } from '../../src/components/review/session.ts';
import type { CardId } from '../../src/format/id.ts';
import { CARDS, createSample } from './session-fixture.ts';
import { MORNING, settled } from './study-fixture.ts';

const DAY = 86_400_000;

/** The learner's day of `MORNING`. */
const TODAY = Math.floor(Date.UTC(2026, 10, 23) / DAY);

async function startSession() {
  const world = await createSample();
  const session = createSession(world.study);
  await settled();
  return { ...world, session };
}

/** Shows and grades what is in hand, four seconds later, and waits for the next. */
async function answer({ session, wait }: { session: Session; wait: (ms: number) => void }, grade: 1 | 3 | 4) {
  session.reveal();
  wait(4000);
  session.grade(grade);
  await settled();
}

const frontOf = ({ view: { value } }: Session) => ('face' in value ? value.face.front : value.state);

describe('acts on the card in hand', () => {
  it.each([
    ['suspend', { type: 'card.suspended', item: 'apple' }],
    ['bury', { type: 'card.buried', item: 'apple', untilDay: TODAY + 1 }],
  ] as const)(
    '%s is stored, shows the next card, and undo brings the card back',
    async (handling, stored) => {
      const { session, log, wait } = await startSession();
      session.handle(handling);
      expect(log.events()).toMatchObject([stored]);
      expect(session.notice.value).toMatchObject({ type: 'done', act: { type: stored.type } });
      await settled();
      expect(frontOf(session)).toBe('pear');
      wait(1000);
      session.undo();
      await settled();
      expect(frontOf(session)).toBe('apple');
      expect(session.notice.value).toMatchObject({ type: 'undone', act: { type: stored.type } });
      expect(session.lastAct.value).toBeUndefined();
    },
  );

  it('handles a card once, however slowly the next one arrives', async () => {
    const { session, log } = await startSession();
    session.handle('suspend');
    session.handle('suspend');
    session.grade(3);
    expect(log.events()).toHaveLength(1);
  });

  it('a new card has no memory to start anew and no date to choose', async () => {
    const { session, log } = await startSession();
    session.handle('reset');
    session.handle({ dueDay: TODAY + 7 });
    expect(log.events()).toEqual([]);
  });

  it('reset makes a card new, and another date takes it out of the day; both can be undone', async () => {
    const world = await startSession();
    const { session, study, wait } = world;
    const memoryOf = () => study.schedule.value.memories.get('apple' as CardId);
    await answer(world, 4);
    const due = memoryOf()?.dueAt ?? 0;
    wait(due - world.clock.now.at);
    session.refresh();
    await settled();
    while (frontOf(session) !== 'apple') await answer(world, 4);
    const before = memoryOf();
    wait(1000);
    session.handle({ dueDay: TODAY + 300 });
    await settled();
    expect(memoryOf()).toMatchObject({ dueDay: TODAY + 300, isDueChosen: true });
    wait(1000);
    session.undo();
    await settled();
    expect(frontOf(session)).toBe('apple');
    expect(memoryOf()).toEqual(before);
    wait(1000);
    session.handle('reset');
    await settled();
    expect(memoryOf()).toBeUndefined();
    wait(1000);
    session.undo();
    expect(memoryOf()).toEqual(before);
  });

  it('undo reaches back beyond the run: answers and acts of before a reload', async () => {
    const world = await startSession();
    await answer(world, 4);
    world.wait(1000);
    world.session.handle('suspend');
    await settled();
    world.wait(60_000);
    const reloaded = createSession(world.study);
    await settled();
    expect(frontOf(reloaded)).toBe('plum');
    reloaded.undo();
    await settled();
    expect(frontOf(reloaded)).toBe('pear');
    expect(reloaded.lastAct.value).toMatchObject({ grade: 4, items: ['apple'] });
    world.wait(1000);
    reloaded.undo();
    await settled();
    expect(frontOf(reloaded)).toBe('apple');
    expect(reloaded.lastAct.value).toBeUndefined();
  });

  it('names an act by what was done to the id of today', async () => {
    const { study, log, wait } = await createSample();
    log.append({ ...MORNING, type: 'card.suspended', item: 'malus' as CardId });
    const history = { renamed: { malus: 'apple' as CardId }, retired: [] };
    wait(1000);
    const session = createSession({ ...study, decks: { ...study.decks, history } });
    expect(session.lastAct.value).toMatchObject({ type: 'card.suspended', items: ['apple'] });
  });
});

describe('a card that will not stick', () => {
  /** A study with one card that was learnt, then forgotten seven times; it is due at `MORNING`. */
  async function createForgetful(action: 'tag' | 'suspend') {
    const world = await createSample();
    const { log, wait } = world;
    log.append({
      ...MORNING,
      at: MORNING.at - 40 * DAY,
      type: 'settings.changed',
      name: 'leech-action',
      value: action,
    });
    for (let day = 30; day > 0; day -= 2) {
      const grade = log.events().length % 2 === 0 ? 1 : 3;
      const interval = grade === 1 ? { minutes: 10 } : { days: 2 };
      const at = MORNING.at - day * DAY;
      log.append({
        ...MORNING,
        at,
        type: 'card.reviewed',
        card: 'apple' as CardId,
        grade,
        interval,
        durationMs: 1,
      });
    }
    wait(1000);
    const session = createSession(world.study);
    await settled();
    while (frontOf(session) !== 'apple') await answer({ session, wait }, 4);
    return { ...world, session };
  }

  it('is pointed out by the answer that makes it a leech, until the next answer', async () => {
    const world = await createForgetful('tag');
    const { session, study } = world;
    expect(study.schedule.value.memories.get('apple' as CardId)?.lapses).toBe(7);
    await answer(world, 1);
    expect(session.leech.value).toMatchObject({ card: { id: 'apple' } });
    expect(study.schedule.value.holds.size).toBe(0);
    session.handle('suspend', session.leech.value);
    expect(session.leech.value).toBeUndefined();
    expect(study.schedule.value.holds.get('apple' as CardId)).toMatchObject({ suspended: true });
    expect(frontOf(session)).not.toBe('apple');
  });

  it('is switched off if the settings say so, and one undo takes back both', async () => {
    const world = await createForgetful('suspend');
    const { session, study, wait } = world;
    await answer(world, 1);
    expect(study.schedule.value.holds.get('apple' as CardId)).toMatchObject({ suspended: true });
    expect(session.lastAct.value).toMatchObject({ type: 'card.reviewed', grade: 1, items: ['apple'] });
    wait(1000);
    session.undo();
    await settled();
    expect(study.schedule.value.holds.size).toBe(0);
    expect(study.schedule.value.memories.get('apple' as CardId)?.lapses).toBe(7);
    expect(frontOf(session)).toBe('apple');
    expect(session.leech.value).toBeUndefined();
  });
});

describe('a changed card', () => {
  it('says which revision was known, and stores the one that was shown', async () => {
    const { study, log, wait } = await createSample();
    const interval = { days: 90 };
    log.append({
      ...MORNING,
      type: 'card.reviewed',
      card: 'apple' as CardId,
      grade: 3,
      interval,
      durationMs: 1,
    });
    wait(DAY);
    const cards = CARDS.map((card) => (card.id === 'apple' ? { ...card, rev: 2 } : card));
    const session = createSession({ ...study, decks: { ...study.decks, cards } });
    await settled();
    const world = { session, wait };
    while (frontOf(session) !== 'apple') await answer(world, 4);
    expect(session.view.value).toMatchObject({ changedSince: 1 });
    await answer(world, 3);
    expect(log.events().at(-1)).toMatchObject({ card: 'apple', rev: 2 });
  });
});

describe('the limits of a day', () => {
  it('what waits is offered, and comes when asked for, for this day only', async () => {
    const world = await createSample();
    const { study, log, wait } = world;
    log.append({ ...MORNING, type: 'settings.changed', name: 'new-per-day', value: 1 });
    wait(1000);
    const session = createSession(study);
    await settled();
    await answer({ session, wait }, 4);
    expect(session.view.value.state).toBe('finished');
    expect(session.queue.value.held).toEqual({ review: 0, fresh: 2 });
    expect(session.extension.value).toEqual({ fresh: 2, review: 0 });
    session.extend('fresh');
    await settled();
    expect(frontOf(session)).toBe('pear');
    expect(study.schedule.value.options.todayOnly).toEqual({ day: TODAY, new: 10, reviews: 0 });
    expect(session.extension.value).toEqual({ fresh: 0, review: 0 });
    wait(DAY);
    session.refresh();
    expect(session.queue.value.counts.fresh).toBe(1);
  });
});

describe('a session that was left for the source of a card', () => {
  it('goes on with that card, its answer shown, and with what it had answered', async () => {
    const world = await startSession();
    await answer(world, 4);
    const answers = world.session.run.answers.value;
    const session = createSession(world.study, undefined, { item: 'plum' as CardId, answers });
    await settled();
    expect(session.view.value).toMatchObject({ state: 'back', face: { front: 'plum' } });
    expect(session.run.answers.value).toEqual(answers);
    world.wait(4000);
    session.grade(3);
    await settled();
    expect(session.view.value).toMatchObject({ state: 'front', face: { front: 'pear' } });
  });

  it('passes over a card that was answered meanwhile', async () => {
    const world = await startSession();
    await answer(world, 4);
    const session = createSession(world.study, undefined, { item: 'apple' as CardId, answers: [] });
    await settled();
    expect(session.view.value).toMatchObject({ state: 'front', face: { front: 'pear' } });
  });
});
