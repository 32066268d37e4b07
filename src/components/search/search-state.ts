import { options } from 'virtual:recall/options';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { NoteId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import { keepPromises } from '../keep-promises.ts';
import { hasStarted } from '../started/has-started.ts';
import type { ConceptMemory } from './concept-memory.ts';
import { type CourseSearch, openCourseSearch } from './course-search.ts';
import type { RecentSearches } from './recent.ts';
import {
  type ConceptLine,
  isEmpty,
  isMissed,
  type LessonLine,
  NO_RESULTS,
  type Results,
  type Scope,
} from './results.ts';

/** What a search shows, and what a reader does to it. */
export interface SearchState {
  readonly search: CourseSearch;
  readonly recent: RecentSearches;
  readonly text: ReadonlySignal<string>;
  readonly scope: ReadonlySignal<Scope>;
  readonly results: ReadonlySignal<Results>;
  /** `settled`: what is shown is all that there is for the text. */
  readonly phase: ReadonlySignal<'idle' | 'waiting' | 'settled' | 'failed'>;
  /** Shown where nothing was found. */
  readonly instead: ReadonlySignal<Instead | undefined>;
  readonly memoryOf: ReadonlySignal<((concept: NoteId) => ConceptMemory) | undefined>;
  type(text: string): void;
  narrow(scope: Partial<Scope>): void;
}

/** What is offered in place of results. */
export interface Instead {
  readonly nearest: readonly ConceptLine[];
  /** What other languages have. */
  readonly others: readonly {
    readonly locale: Locale;
    readonly language: string;
    readonly lessons: readonly LessonLine[];
  }[];
}

/** Creates the state of one search. */
export function createSearchState(search: CourseSearch, recent: RecentSearches): SearchState {
  const text = signal('');
  const scope = signal<Scope>({ kind: 'all', module: '' });
  const found = signal<Results>(NO_RESULTS);
  const phase = signal<'idle' | 'waiting' | 'settled' | 'failed'>('idle');
  const instead = signal<Instead | undefined>(undefined);
  const memoryOf = signal<((concept: NoteId) => ConceptMemory) | undefined>(undefined);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let run = 0;

  const findTexts = async (own: number) => {
    const isStale = () => own !== run;
    try {
      const texts = await search.findTexts(text.value, scope.value, (lessons) => {
        if (!isStale()) found.value = { ...found.value, lessons };
      });
      if (isStale()) return;
      found.value = { ...found.value, ...texts };
      phase.value = 'settled';
      if (!isMissed(found.value)) return;
      const nearest = await search.explain(search.findNearest(text.value));
      if (isStale()) return;
      instead.value = { nearest, others: [] };
      if (!isEmpty(found.value)) return;
      const others = await findInOthers(search, text.value, scope.value);
      if (!isStale()) instead.value = { nearest, others };
    } catch {
      if (!isStale()) phase.value = 'failed';
    }
  };
  const explain = async (concepts: readonly ConceptLine[], own: number) => {
    const explained = await search.explain(concepts);
    if (own === run) found.value = { ...found.value, concepts: explained };
  };
  const refresh = (delay: number) => {
    clearTimeout(waiting);
    run++;
    instead.value = undefined;
    if (text.value.trim() === '') {
      found.value = NO_RESULTS;
      phase.value = 'idle';
      return;
    }
    // The lessons found for the letters before stay until the new ones are there: nothing jumps.
    const concepts = search.recall(search.findConcepts(text.value, scope.value));
    found.value = { ...found.value, concepts };
    // A word that arrives whole, from an input method or the clipboard, waits for no other key.
    const isFollowing = phase.peek() === 'waiting';
    phase.value = 'waiting';
    const own = run;
    void explain(concepts, own);
    // What has been found is painted first.
    if (isFollowing || concepts.length > 0) {
      waiting = setTimeout(() => void findTexts(own), isFollowing ? delay : 0);
    } else void findTexts(own);
  };
  if (hasStarted()) {
    // The log and the scheduler are large, and newcomers need neither.
    import('./concept-memory.ts')
      .then(({ openConceptMemories }) => openConceptMemories(search.index.locale))
      .then(
        (read) => {
          memoryOf.value = read;
        },
        () => undefined,
      );
  }
  return {
    search,
    recent,
    text,
    scope,
    results: computed(() => found.value),
    phase,
    instead,
    memoryOf,
    type(typed) {
      if (typed === text.value) return;
      text.value = typed;
      refresh(SETTLE_MS);
    },
    narrow(change) {
      scope.value = { ...scope.value, ...change };
      refresh(0);
    },
  };
}

/** Milliseconds without a further key after which the texts are searched while a search is under way. */
const SETTLE_MS = 20;

/** The searches of other languages, opened when first needed. */
const openOther = keepPromises(openCourseSearch);

async function findInOthers(search: CourseSearch, text: string, scope: Scope): Promise<Instead['others']> {
  const others = Object.keys(options.languages).filter((locale) => locale !== search.index.locale);
  const found = await Promise.all(
    others.map(async (locale) => {
      const other = await openOther(locale);
      const { lessons } = await other.findTexts(text, { ...scope, kind: 'lesson' });
      return { locale, language: other.index.language, lessons: lessons.slice(0, 3) };
    }),
  ).catch(() => []);
  return found.filter(({ lessons }) => lessons.length > 0);
}
