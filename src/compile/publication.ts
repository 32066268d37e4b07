import type { Deck, IdHistory } from '../format/deck.ts';
import type { Issue } from '../format/issue.ts';
import { QUESTION_KINDS } from '../format/question.ts';
import type { Document } from './document.ts';
import { createIssue } from './issue.ts';
import { EMPTY_LOCK, LOCK_FILE, type LockedItem, publishedItems, toHistory } from './lock.ts';
import { checkLock } from './lock-check.ts';
import { parseLock } from './lock-text.ts';
import type { SourceFile } from './source.ts';

/** What a course's lock says of its former ids, and where the course differs from it. */
export interface Publication {
  readonly history: IdHistory;
  readonly issues: readonly Issue[];
}

/**
 * Compares a deck with the lock among the files of its course. A course whose files have no lock has nothing
 * published, and is not checked; an empty one stands for a lock that should be there.
 */
export function checkPublication(
  files: readonly SourceFile[],
  deck: Pick<Deck, 'cards' | 'questions'>,
  documents: readonly Document[],
  issues: readonly Issue[],
): Publication {
  const items = publishedItems(deck);
  const file = files.find(({ path }) => path === LOCK_FILE);
  if (file === undefined) return { history: toHistory(EMPTY_LOCK), issues: [] };
  if (file.text.trim() === '') {
    const top = { file: LOCK_FILE, line: 1, column: 1 };
    const missing = items.length === 0 ? [] : [createIssue('missing-lock', top, { items: items.length })];
    return { history: toHistory(EMPTY_LOCK), issues: missing };
  }
  const { lock, isReadable, placeOf, issues: unread } = parseLock(file.text);
  if (!isReadable) return { history: toHistory(lock), issues: unread };
  const isSpoilt = createSpoiltCheck(documents, issues);
  return { history: toHistory(lock), issues: checkLock(items, lock, { placeOf, isSpoilt }) };
}

/** Whether an item is absent only because of a mistake: in its note, its lesson's page or its YAML file. */
function createSpoiltCheck(documents: readonly Document[], issues: readonly Issue[]) {
  const spoiltNotes = new Set(
    documents
      .flatMap(({ notes }) => notes.filter(({ content }) => content === undefined))
      .map(({ id }) => String(id)),
  );
  const unreadLessons = new Set(
    documents.flatMap(({ isReadable, location }) =>
      !isReadable && location.kind === 'lesson' ? [String(location.lesson)] : [],
    ),
  );
  const brokenFiles = issues.filter(({ severity }) => severity === 'error').map(({ file }) => file);
  const brokenTables = new Set(
    brokenFiles.flatMap((file) => /^quizzes\/facts\/([^/]+)\.ya?ml$/.exec(file)?.[1] ?? []),
  );
  const isQuizBroken = brokenFiles.some((file) => /^quizzes\/(?!facts\/)/.test(file));
  return (id: string, { lesson, kind }: LockedItem): boolean => {
    const [note = id] = id.split('.');
    if (spoiltNotes.has(note) || unreadLessons.has(lesson) || brokenTables.has(note)) return true;
    return isQuizBroken && id === note && QUESTION_KINDS.some((known) => known === kind);
  };
}
