import { compile, parseDocuments } from './compile.ts';
import type { Document } from './document.ts';
import { insertId } from './id-insertion.ts';
import { proposeIds } from './id-proposals.ts';
import { formatPlace } from './issue.ts';
import type { Item } from './issues/issue-kind.ts';
import { EMPTY_LOCK, LOCK_FILE, type Lock, type PublishedItem, publishedItems } from './lock.ts';
import { formatLock, joinSides, parseLock } from './lock-text.ts';
import { renameIds, retireIds, updateLock } from './lock-update.ts';
import type { CourseSource, SourceFile } from './source.ts';

/** What an author says became of published ids. Each may be a note, with all parts of it. */
export interface IdRequests {
  readonly renames: readonly { readonly from: string; readonly to: string }[];
  readonly retirements: readonly string[];
}

/** What to write so that every term and card has an id and every published id is in the lock. */
export interface IdPlan {
  /** Whole new texts of the files that change, the lock among them. */
  readonly files: readonly SourceFile[];
  /** Ids put into lessons. */
  readonly written: readonly { readonly item: Item; readonly id: string; readonly place: string }[];
  /** Places where an id is missing and could not be put in safely. */
  readonly unwritten: readonly string[];
  /** Ids new in the lock. */
  readonly added: readonly string[];
  readonly renamed: readonly string[];
  readonly retired: readonly string[];
  /** Why requests cannot be done, one sentence each; then `files` is empty. */
  readonly refusals: readonly string[];
}

/** Plans the ids and the lock of a course. Pure: nothing is read or written, and the same course gives the same plan. */
export function planIds(source: CourseSource, requests: IdRequests = NO_REQUESTS): IdPlan {
  const lockText = source.files.find(({ path }) => path === LOCK_FILE)?.text ?? '';
  const parsed = lockText.trim() === '' ? undefined : parseLock(joinSides(lockText));
  const before = parsed?.lock ?? EMPTY_LOCK;
  if (parsed?.isReadable === false)
    return { ...NOTHING, refusals: parsed.issues.map(({ message }) => message) };

  const { files, written, unwritten } = writeIds(source, before);
  const { deck } = compile({ ...source, files });
  const items = publishedItems(deck);
  const edited = applyRequests(items, before, requests);
  if (edited.refusals.length > 0) return { ...NOTHING, refusals: edited.refusals };
  const lock = updateLock(items, edited.lock);
  const next: SourceFile = { path: LOCK_FILE, text: formatLock(lock) };
  const old = new Map(source.files.map(({ path, text }) => [path, text]));
  const changed = files.filter(({ path, text }) => old.get(path) !== text && path !== LOCK_FILE);
  return {
    files: next.text === lockText ? changed : [...changed, next],
    written,
    unwritten,
    added: [...lock.items.keys()].filter((id) => !before.items.has(id)),
    renamed: edited.renamed,
    retired: edited.retired,
    refusals: [],
  };
}

const NO_REQUESTS: IdRequests = { renames: [], retirements: [] };
const NOTHING: IdPlan = {
  files: [],
  written: [],
  unwritten: [],
  added: [],
  renamed: [],
  retired: [],
  refusals: [],
};

/** The files of a course with an id in every term and card that had none. */
function writeIds(source: CourseSource, lock: Lock): Pick<IdPlan, 'files' | 'written' | 'unwritten'> {
  const documents = parseDocuments(source);
  const proposals = proposeIds(documents, source.locales, takenIds(source, documents, lock));
  const texts = new Map(source.files.map(({ path, text }) => [path, text]));
  const written: IdPlan['written'][number][] = [];
  const unwritten: string[] = [];
  for (const [note, id] of proposals) {
    // A malformed id is a mistake that its author has to look at.
    if (note.written !== undefined) continue;
    const { file } = note.place;
    const text = texts.get(file) ?? '';
    const edited = insertId(text, note.place, id);
    const isRight = edited !== undefined && holdsOneMore(source, file, text, edited, id);
    if (isRight) {
      texts.set(file, edited);
      written.push({ item: note.item, id, place: formatPlace(note.place) });
    } else {
      unwritten.push(`${formatPlace(note.place)}: write \`${note.snippet(id)}\``);
    }
  }
  return {
    files: source.files.map(({ path }) => ({ path, text: texts.get(path) ?? '' })),
    written,
    unwritten,
  };
}

/** Every id that a proposal must not take: of notes, questions and tables, and all that were ever published. */
function takenIds(source: CourseSource, documents: readonly Document[], lock: Lock): ReadonlySet<string> {
  const { deck } = compile(source);
  const ids: readonly string[] = [
    ...documents.flatMap(({ notes }) => notes.map(({ id }) => id)),
    ...[...deck.questions, ...deck.quizzes, ...deck.facts].map(({ id }) => id),
    ...[...lock.items.keys(), ...lock.renamed.keys(), ...lock.renamed.values(), ...lock.retired],
  ];
  return new Set(ids.map((id) => id.split('.')[0] ?? id));
}

/** Whether an edit of a file gives one nameless note its id and leaves everything else of it as it was. */
function holdsOneMore(
  source: CourseSource,
  path: string,
  before: string,
  after: string,
  id: string,
): boolean {
  const [old, edited] = [before, after].map(
    (text) => parseDocuments({ files: [{ path, text }], locales: source.locales })[0],
  );
  if (old === undefined || edited === undefined) return false;
  const ids = ({ notes }: Document) => notes.map((note) => note.id).filter((other) => other !== id);
  return (
    edited.notes.length === old.notes.length + 1 &&
    edited.nameless.length === old.nameless.length - 1 &&
    ids(edited).join() === ids(old).join() &&
    edited.issues.length === old.issues.length
  );
}

function applyRequests(
  items: readonly PublishedItem[],
  before: Lock,
  { renames, retirements }: IdRequests,
): Pick<IdPlan, 'renamed' | 'retired' | 'refusals'> & { readonly lock: Lock } {
  let lock = before;
  const renamed: string[] = [];
  const retired: string[] = [];
  const refusals: string[] = [];
  const edits = [
    ...renames.map(({ from, to }) => ({ into: renamed, edit: () => renameIds(items, lock, from, to) })),
    ...retirements.map((id) => ({ into: retired, edit: () => retireIds(items, lock, id) })),
  ];
  for (const { into, edit } of edits) {
    const result = edit();
    if ('refusal' in result) {
      refusals.push(result.refusal);
      continue;
    }
    lock = result.lock;
    into.push(...result.ids);
  }
  return { lock, renamed, retired, refusals };
}
