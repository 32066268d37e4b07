import { describe, expect, test } from 'vitest';
import { compile, toManifest } from '../../src/compile/index.ts';
import { KIND_NAMES } from '../../src/format/kind-name.ts';

const LOCALES = ['zh', 'en'];
const DECLARED =
  'memory: { zh: 内存, en: Memory }\nexam: { zh: 考试, en: Exam }\nspeed: { zh: 速度, en: Speed }\n';

interface Written {
  /** What stands behind `tags:` in the frontmatter of each language. */
  readonly lesson?: readonly [zh: string, en: string];
  /** The attributes of the card, of the term, in each language. */
  readonly card?: readonly [zh: string, en: string];
  readonly term?: readonly [zh: string, en: string];
  readonly declared?: string | undefined;
}

/** A course of the lesson `m/a` with a term and a card, and of `m/b`, which has every tag. */
function compileTagged({ lesson, card, term, declared = DECLARED }: Written) {
  const page = (name: string, order: number, tags: string, body: string) =>
    `---\ntitle: ${name}\ndescription: D.\nsidebar: { order: ${order} }\n${tags && `tags: ${tags}\n`}---\nText.\n\n${body}\n\n:::sources\n- [S](https://example.org/)\n:::\n`;
  const files = LOCALES.flatMap((locale, index) => {
    const of = (pair: readonly string[] = ['', '']) => pair[index] ?? '';
    const body = `:term[T]{#t${of(term)}}\n: Means.\n\n:::card{#c${of(card)}}\nQ?\n\n***\n\nA.\n:::`;
    const every = ':::card{#d}\nQ?\n\n***\n\nA.\n:::';
    return [
      { path: `content/docs/${locale}/m/index.md`, text: '---\ntitle: M\ndescription: M.\n---\n' },
      { path: `content/docs/${locale}/m/a.md`, text: page('a', 1, of(lesson), body) },
      { path: `content/docs/${locale}/m/b.md`, text: page('b', 2, '[speed, exam, memory]', every) },
    ];
  });
  files.push({ path: 'content/tags.yaml', text: declared });
  const { deck, issues } = compile({ locales: LOCALES, base: '/', files });
  return {
    deck,
    reports: issues.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`),
    hints: issues.map(({ hint }) => hint),
  };
}

const same = (text: string) => [text, text] as const;

describe('what has which tags', () => {
  const tagged = compileTagged({
    lesson: same('[exam]'),
    card: [' tags="speed, memory"', ' tags="memory speed"'],
    term: same(' tags="memory"'),
  });

  test('[C113] a lesson gives its tags to all of it, a note adds its own, in the order of the file', () => {
    expect(tagged.reports).toEqual([]);
    expect(tagged.deck.tags).toEqual([
      { id: 'memory', names: { zh: '内存', en: 'Memory' } },
      { id: 'exam', names: { zh: '考试', en: 'Exam' } },
      { id: 'speed', names: { zh: '速度', en: 'Speed' } },
    ]);
    expect(tagged.deck.tagUse).toEqual({
      lessons: { memory: ['m/b'], exam: ['m/a', 'm/b'], speed: ['m/b'] },
      notes: { memory: ['t', 'c'], speed: ['c'] },
    });
  });

  test('[C115] the manifest lists by tag what has it, and nothing without tags', () => {
    const manifest = toManifest(tagged.deck);
    expect(manifest.tags).toEqual(tagged.deck.tagUse);
    expect(manifest.cards.every((card) => !('tags' in card))).toBe(true);
    const none = { ...tagged.deck, tagUse: { lessons: {}, notes: {} } };
    expect(toManifest(none)).not.toHaveProperty('tags');
  });

  test('[C115] tags change neither ids nor digests of cards', () => {
    expect(tagged.deck.cards).toEqual(compileTagged({}).deck.cards);
  });

  test('[C113] an attribute separates tags by spaces or commas of either script', () => {
    const { deck, reports } = compileTagged({ card: same(' tags="speed，exam、memory"') });
    expect(reports).toEqual([]);
    expect(deck.tagUse.notes).toEqual({ memory: ['c'], exam: ['c'], speed: ['c'] });
  });
});

describe('mistakes', () => {
  const [ZH, EN] = ['content/docs/zh/m/a.md', 'content/docs/en/m/a.md'];

  test.each<[string, Written, readonly string[]]>([
    [
      'a tag that is not declared',
      { lesson: same('[mem, exam]') },
      [`unknown-tag ${EN}:5:8`, `unknown-tag ${ZH}:5:8`],
    ],
    ['one of a card', { card: same(' tags="mem"') }, [`unknown-tag ${EN}:11:1`, `unknown-tag ${ZH}:11:1`]],
    ['capitals', { term: same(' tags=Exam') }, [`malformed-tag ${EN}:8:1`, `malformed-tag ${ZH}:8:1`]],
    ['a difference of a lesson', { lesson: ['[exam]', '[memory]'] }, [`tags-differ ${EN}:5:8`]],
    ['one missing in the later language', { lesson: ['[exam]', ''] }, [`tags-differ ${EN}:1:1`]],
    ['a difference of a card', { card: ['', ' tags="exam"'] }, [`tags-differ ${EN}:11:1`]],
    ['a tag twice', { lesson: ['[exam, exam]', '[exam]'] }, [`repeated-tag ${ZH}:5:14`]],
    [
      'a tag of the lesson',
      { lesson: same('[exam]'), card: [' tags="exam"', ''] },
      [`repeated-tag ${ZH}:12:1`],
    ],
    ['no list', { lesson: same('exam') }, [`invalid-frontmatter ${EN}:5:7`, `invalid-frontmatter ${ZH}:5:7`]],
  ])('[C114] %s is reported where it stands', (_, written, expected) => {
    expect(compileTagged(written).reports).toEqual(expected);
  });

  test.each<[string, string, readonly string[]]>([
    ['a name missing in a language', `${DECLARED}cpu: { zh: 处理器 }\n`, ['missing-text', 'unused-tag']],
    ['a name that is no text', `${DECLARED}cpu: CPU\n`, ['invalid-value', 'unused-tag']],
    ['capitals', `${DECLARED}CPU: { zh: 处理器, en: CPU }\n`, ['malformed-tag']],
    ['one that nothing has', `${DECLARED}cpu: { zh: 处理器, en: CPU }\n`, ['unused-tag']],
    ...KIND_NAMES.map((name): [string, string, readonly string[]] => [
      name,
      `${DECLARED}${name}: { zh: 一, en: One }\n`,
      ['reserved-tag'],
    ]),
    // What it would have declared is not reported as unknown, too.
    ['no YAML', 'a: [', ['invalid-yaml']],
    ['no map', '- memory\n', ['invalid-value']],
    ['an empty file', '', ['empty-file']],
  ])('[C114] %s in the file of tags is reported once', (_, declared, expected) => {
    const { deck, reports } = compileTagged({ declared });
    expect(reports.map((report) => report.split(' ')[0]).sort()).toEqual([...expected].sort());
    expect(reports.every((report) => report.includes('content/tags.yaml'))).toBe(true);
    const good = declared.startsWith(DECLARED) ? ['memory', 'exam', 'speed'] : [];
    const unused = expected.length === 1 && expected[0] === 'unused-tag' ? ['cpu'] : [];
    expect(deck.tags.map(({ id }) => id)).toEqual([...good, ...unused]);
  });

  test('[C114] the way out names what was meant', () => {
    expect(compileTagged({ card: same(' tags="memroy"') }).hints[0]).toBe('did you mean `memory`?');
    expect(compileTagged({ card: same(' tags="内存"') }).hints[0]).toMatch(/^write `memory`/);
    expect(compileTagged({ card: same(' tags="Exam"') }).hints[0]).toMatch(/^write `exam`/);
    expect(compileTagged({ card: same(' tags="networking"') }).hints[0]).toMatch(
      /^declare it in content\/tags\.yaml/,
    );
  });

  test('[C114] a wrong tag costs itself only', () => {
    const { deck } = compileTagged({ lesson: same('[exam, nothing]'), card: same(' tags="speed X"') });
    expect(deck.tagUse).toMatchObject({
      lessons: { exam: ['m/a', 'm/b'] },
      notes: { speed: ['c'] },
    });
    expect(deck.cards.map(({ id }) => id)).toContain('c');
  });
});
