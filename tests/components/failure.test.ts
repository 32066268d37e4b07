import { afterEach, describe, expect, it, vi } from 'vitest';
import { explainFailure } from '../../src/components/failure/failure.ts';
import {
  DECK_VERSION,
  type DeckCard,
  type LessonDeck,
  type Manifest,
  type ManifestCard,
} from '../../src/format/deck.ts';
import { packLesson } from '../../src/format/pack-lesson.ts';
import { packManifest } from '../../src/format/packed-manifest.ts';

vi.mock('virtual:recall/options', () => ({ options: { base: '/', languages: { en: 'en' } } }));

const { loadDecks } = await import('../../src/components/decks.ts');

const CARD = { id: 'roots', lesson: 'heap/marking' } as ManifestCard;
const MANIFEST: Manifest = {
  version: DECK_VERSION,
  cards: [CARD],
  questions: [],
  history: { renamed: {}, retired: [] },
};
const DECK: LessonDeck = {
  version: DECK_VERSION,
  lesson: CARD.lesson,
  title: 'Marking',
  cards: [],
  questions: [],
};
const LESSON = packLesson(DECK);
const LESSON_WITH_CARD = packLesson({
  ...DECK,
  cards: [{ id: CARD.id, locale: 'en', front: '', back: '' } as DeckCard],
});

/** The decks of a site that answers like this for its lesson. */
function openDecks(answer: () => Response, { base = '/', watch }: Site = {}) {
  vi.stubGlobal('fetch', async (url: string, { cache }: RequestInit = {}) => {
    watch?.(url, cache);
    return url.endsWith('/deck.json') ? Response.json(packManifest(MANIFEST)) : answer();
  });
  return loadDecks(base, 'en');
}

interface Site {
  readonly base?: string;
  readonly watch?: (url: string, cache: RequestCache | undefined) => void;
}

/** Why the card cannot be shown then. */
async function failWith(answer: () => Response): Promise<unknown> {
  const decks = await openDecks(answer);
  return explainFailure(await decks.loadFace(CARD).catch((error: unknown) => error));
}

describe('what keeps a card from being shown', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is the course, where the card or its lesson is gone since the page was opened', async () => {
    expect(await failWith(() => Response.json(LESSON))).toBe('changed');
    expect(await failWith(() => new Response('', { status: 404 }))).toBe('changed');
    expect(await failWith(() => Response.json({ ...LESSON, version: DECK_VERSION + 1 }))).toBe('changed');
  });

  it('is the network, where nothing answers', async () => {
    const down = () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await failWith(down)).toBe('offline');
  });

  it('may pass, otherwise; what it is goes to the console', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await failWith(() => new Response('', { status: 503 }))).toBe('other');
    expect(await failWith(() => new Response('<!doctype html>'))).toBe('other');
    expect(explainFailure(new TypeError('undefined is not a function'))).toBe('other');
    expect(told.mock.calls.map(([error]) => String(error))).toEqual([
      expect.stringContaining('503'),
      expect.stringContaining('SyntaxError'),
      expect.stringContaining('TypeError'),
    ]);
  });

  it('is asked for again when the learner tries again', async () => {
    const answers = [() => new Response('', { status: 503 }), () => Response.json(LESSON_WITH_CARD)];
    const decks = await openDecks(() => answers.shift()?.() ?? Response.error());
    await expect(decks.loadFace(CARD)).rejects.toThrow('503');
    await expect(decks.loadFace(CARD)).resolves.toMatchObject({ id: CARD.id });
  });

  it('is not kept from the browser by its own cache, where the course has changed', async () => {
    const renewed: string[] = [];
    const answer = () => Response.json(LESSON);
    // Each file is renewed once by a page, so this is another site.
    const decks = await openDecks(answer, {
      base: '/other/',
      watch: (url, cache) => cache === 'reload' && renewed.push(url),
    });
    await decks.loadFace(CARD).catch(explainFailure);
    expect(renewed).toEqual(['/other/recall/deck.json', expect.stringContaining(CARD.lesson)]);
  });
});
