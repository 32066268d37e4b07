import { describe, expect, it } from 'vitest';
import { createSession } from '../../src/components/review/session.ts';
import { parseStudyLink, toFilter } from '../../src/components/review/study-link.ts';
import { nameTags, tagChoices } from '../../src/components/tag-choices.ts';
import { createTagsOf } from '../../src/components/tags-of.ts';
import type { TagId } from '../../src/format/id.ts';
import { CARDS, QUESTION } from './session-fixture.ts';
import { createStudy, settled } from './study-fixture.ts';

const tag = (id: string) => id as TagId;
const [apple, pear] = CARDS as [(typeof CARDS)[0], (typeof CARDS)[0]];
const USE = { lessons: { fruit: [apple.lesson] }, notes: { exam: [pear.note] } };

describe('the tags of an item', () => {
  it('are those of its lesson and of its note, also of a question about it', () => {
    const tagsOf = createTagsOf(USE);
    expect([apple, pear, QUESTION].map(tagsOf)).toEqual([['fruit'], ['fruit', 'exam'], ['fruit', 'exam']]);
  });

  it('are none in a course without, whatever its ids are called', () => {
    expect(createTagsOf(undefined)(apple)).toEqual([]);
    const odd = { ...apple, note: 'constructor', lesson: '__proto__' } as unknown as typeof apple;
    expect(createTagsOf({ lessons: {}, notes: {} })(odd)).toEqual([]);
  });
});

it('tags are offered if something has them, in the order of the course and by their names', () => {
  const tags = ['unused', 'exam', 'fruit'].map((id) => ({
    id: tag(id),
    names: { zh: `${id} 中`, ...(id === 'exam' && { en: 'Exam' }) },
  }));
  const deck = { tags, tagUse: USE, defaultLocale: 'zh' };
  const choices = tagChoices(deck, 'en');
  expect(choices).toEqual([
    { id: 'exam', name: 'Exam' },
    { id: 'fruit', name: 'fruit 中' },
  ]);
  expect(nameTags([tag('fruit'), tag('gone')], choices)).toEqual(['fruit 中', 'gone']);
});

it.each([
  ['#tag=exam', 1],
  ['#tag=fruit', 3],
  ['#tag=exam,fruit', 3],
  ['#tag=exam&lesson=basics/other', 0],
  ['#tag=exam&kind=term', 0],
  ['#tag=basic', 3],
  ['#tag=colour', 0],
])('%s asks %i of three cards', async (hash, expected) => {
  const { study } = await createStudy({ cards: CARDS, tags: USE });
  const link = parseStudyLink(hash);
  const session = createSession(study, link && toFilter(link));
  await settled();
  expect(session.queue.value.items).toHaveLength(expected);
});
