import { afterEach, describe, expect, it, vi } from 'vitest';
import { explainFailure } from '../../src/components/review/failure.ts';
import { DECK_VERSION, type ManifestCard } from '../../src/format/deck.ts';

vi.mock('virtual:recall/options', () => ({ options: { base: '/', languages: { en: 'en' } } }));

const { loadDecks } = await import('../../src/components/decks.ts');

const CARD = { id: 'roots', lesson: 'heap/marking' } as ManifestCard;
const MANIFEST = {
  version: DECK_VERSION,
  cards: [CARD],
  questions: [],
  history: { renamed: {}, retired: [] },
};
const LESSON = { version: DECK_VERSION, lesson: CARD.lesson, title: 'Marking', cards: [], questions: [] };

/** Why the card cannot be shown when the site answers for its lesson like this. */
async function failWith(answer: () => Response): Promise<unknown> {
  vi.stubGlobal('fetch', async (url: string) =>
    url.endsWith('deck.json') ? Response.json(MANIFEST) : answer(),
  );
  const decks = await loadDecks('/', 'en');
  return explainFailure(await decks.loadFace(CARD).catch((error: unknown) => error));
}

describe('what keeps a card from being shown', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is the course, where the card or its lesson is gone since the page was opened', async () => {
    expect(await failWith(() => Response.json(LESSON))).toEqual({ kind: 'changed' });
    expect(await failWith(() => new Response('', { status: 404 }))).toEqual({ kind: 'changed' });
    expect(await failWith(() => Response.json({ ...LESSON, version: DECK_VERSION + 1 }))).toEqual({
      kind: 'changed',
    });
  });

  it('is the network, where nothing answers', async () => {
    const down = () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await failWith(down)).toEqual({ kind: 'offline' });
  });

  it('is told as it is, otherwise', async () => {
    expect(await failWith(() => new Response('', { status: 503 }))).toMatchObject({
      kind: 'other',
      reason: expect.stringContaining('503'),
    });
  });
});
