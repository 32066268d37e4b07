import type { TagId } from '../../format/id.ts';
import { KIND_NAMES, type KindName } from '../../format/kind-name.ts';
import type { CardRow } from './rows.ts';

/** What a learner can ask the list for by state. */
export const STATE_FILTERS = [
  'due',
  'new',
  'learning',
  'review',
  'suspended',
  'buried',
  'leech',
  'changed',
] as const;

/** One of {@link STATE_FILTERS}. */
export type StateFilter = (typeof STATE_FILTERS)[number];

/** What the list can be sorted by. */
export const SORTS = ['course', 'due', 'recall', 'stability', 'difficulty', 'lapses', 'last'] as const;

/** One of {@link SORTS}. */
export type Sort = (typeof SORTS)[number];

/** Which cards are listed, in which order. */
export interface Choice {
  /** Words that must all be on a card or in its id. */
  readonly text: string;
  /** A lesson, a module (the beginning of its lessons' ids), or nothing for all. */
  readonly place: string;
  readonly state: StateFilter | undefined;
  readonly kind: KindName | undefined;
  readonly tag: TagId | undefined;
  readonly sort: Sort;
  readonly isDescending: boolean;
}

/** Everything, in course order. */
export const EVERYTHING: Choice = {
  text: '',
  place: '',
  state: undefined,
  kind: undefined,
  tag: undefined,
  sort: 'course',
  isDescending: false,
};

/** The rows that a choice asks for, in its order. What has no value to sort by comes last either way. */
export function chooseRows(rows: readonly CardRow[], choice: Choice): readonly CardRow[] {
  const words = fold(choice.text).split(/\s+/).filter(Boolean);
  const chosen = rows.filter((row) => {
    const { item, front, back } = row;
    if (choice.place !== '' && item.lesson !== choice.place && !item.lesson.startsWith(`${choice.place}/`))
      return false;
    if (choice.state && !isInState(row, choice.state)) return false;
    if (choice.kind && kindOf(row) !== choice.kind) return false;
    if (choice.tag && !row.tags.includes(choice.tag)) return false;
    if (words.length === 0) return true;
    const text = fold(`${front} ${back} ${item.id}`);
    return words.every((word) => text.includes(word));
  });
  const { sort } = choice;
  if (sort === 'course') return choice.isDescending ? chosen.reverse() : chosen;
  const sign = choice.isDescending ? -1 : 1;
  return chosen
    .map((row) => ({ row, value: VALUE_OF[sort](row) }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined);
      return sign * (a.value - b.value);
    })
    .map(({ row }) => row);
}

/** How a card was made, as the list names it. */
export function kindOf({ item, isQuestion }: CardRow): KindName {
  if (isQuestion) return 'question';
  const { kind } = item;
  return kind === 'basic' || kind === 'cloze' || kind === 'fact' ? kind : 'term';
}

/** A choice as the address of the page holds it, without its question mark; empty for everything. */
export function formatChoice(choice: Choice): string {
  const fields = new URLSearchParams();
  if (choice.text) fields.set('q', choice.text);
  if (choice.place) fields.set('lesson', choice.place);
  if (choice.state) fields.set('state', choice.state);
  if (choice.kind) fields.set('kind', choice.kind);
  if (choice.tag) fields.set('tag', choice.tag);
  if (choice.sort !== 'course') fields.set('sort', choice.sort);
  if (choice.isDescending) fields.set('order', 'descending');
  return fields.toString();
}

/**
 * The choice that an address asks for; what it does not understand is left out, such as a tag that is not one of the
 * course's. Kinds were once called tags, so that `tag=` with the name of a kind is one.
 */
export function parseChoice(query: string, tags: readonly TagId[]): Choice {
  const fields = new URLSearchParams(query);
  const oneOf = <T extends string>(values: readonly T[], name: string): T | undefined =>
    values.find((value) => value === fields.get(name));
  return {
    text: fields.get('q') ?? '',
    place: fields.get('lesson') ?? '',
    state: oneOf(STATE_FILTERS, 'state'),
    kind: oneOf(KIND_NAMES, 'kind') ?? oneOf(KIND_NAMES, 'tag'),
    tag: oneOf(tags, 'tag'),
    sort: oneOf(SORTS, 'sort') ?? 'course',
    isDescending: fields.get('order') === 'descending',
  };
}

function isInState({ state, isDue, isLeech, isChanged }: CardRow, wanted: StateFilter): boolean {
  switch (wanted) {
    case 'due':
      return isDue;
    case 'leech':
      return isLeech;
    case 'changed':
      return isChanged;
    case 'learning':
      return state === 'learning' || state === 'relearning';
    default:
      return state === wanted;
  }
}

const VALUE_OF: Readonly<Record<Exclude<Sort, 'course'>, (row: CardRow) => number | undefined>> = {
  due: ({ memory }) => memory?.dueAt,
  recall: ({ recall }) => recall,
  stability: ({ memory }) => memory?.stability,
  difficulty: ({ memory }) => memory?.difficulty,
  lapses: ({ memory }) => memory?.lapses,
  last: ({ memory }) => memory?.lastReview.at,
};

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
