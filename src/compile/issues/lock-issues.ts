import type { IssueTable } from './issue-kind.ts';
import { formatCount, MOST_SHOWN } from './issue-words.ts';

/** What the messages on published ids are built of. */
export interface LockIssues {
  'broken-rename': { readonly from: string; readonly to: string; readonly isCircle: boolean };
  'changed-kind': {
    readonly id: string;
    readonly lesson: string;
    readonly kind: string;
    readonly published: string;
  };
  'lowered-revision': {
    readonly id: string;
    readonly lesson: string;
    readonly rev: number;
    readonly published: number;
  };
  'malformed-lock': { readonly problem: string; readonly isConflict: boolean };
  'missing-lock': { readonly items: number };
  'reused-id': {
    readonly id: string;
    readonly lesson: string;
    readonly section: 'renamed' | 'retired';
  };
  'unlocked-id': { readonly ids: readonly string[] };
  'unlocked-revision': { readonly items: readonly { readonly id: string; readonly rev: number }[] };
  'vanished-id': {
    readonly id: string;
    readonly ids: readonly string[];
    readonly lesson: string;
    readonly renamed: string | undefined;
  };
}

/** The mistakes in published ids. */
export const LOCK_ISSUES: IssueTable<LockIssues> = {
  'broken-rename': {
    severity: 'error',
    message: ({ from, to, isCircle }) =>
      isCircle
        ? `The rename of \`${from}\` to \`${to}\` comes back to itself.`
        : `\`${from}\` is renamed to \`${to}\`, which is not in the course.`,
    hint: ({ from, isCircle }) =>
      isCircle
        ? 'remove the line that is not true: a rename leads from the old id to the one that is in the course.'
        : `write here the id that \`${from}\` has now, or remove this line and add \`"${from}"\` to \`retired\`.`,
  },
  'changed-kind': {
    severity: 'error',
    message: ({ id, lesson, kind, published }) =>
      `The id \`${id}\` was published as ${published} and is now ${kind} in ${lesson}.`,
    hint: ({ id }) =>
      `give what is there now an id of its own. Then, if it asks for the same knowledge, run ` +
      `\`npm run ids -- --rename ${id}=new-id\`, else \`npm run ids -- --retire ${id}\`.`,
  },
  'lowered-revision': {
    severity: 'error',
    message: ({ id, lesson, rev, published }) =>
      `The revision ${rev} of \`${id}\` in ${lesson} is lower than the published one, ${published}.`,
    hint: ({ published }) =>
      `write \`rev=${published}\` there, or \`rev=${published + 1}\` if the meaning has changed again.`,
  },
  'malformed-lock': {
    severity: 'error',
    message: ({ problem, isConflict }) =>
      isConflict ? 'Git left a conflict in this file.' : `This file cannot be read: ${problem}.`,
    hint: ({ isConflict }) =>
      isConflict
        ? 'run `npm run ids`, which joins both sides.'
        : 'take the last good one from Git, and run `npm run ids`.',
  },
  'missing-lock': {
    severity: 'error',
    message: ({ items }) =>
      `This file is missing, so nothing keeps the ids of ${formatCount(items)} ${items === 1 ? 'item' : 'items'} from changing.`,
    hint: () =>
      'run `npm run ids`, which writes it, and commit it; if it was there before, take it from Git.',
  },
  'reused-id': {
    severity: 'error',
    message: ({ id, lesson, section }) =>
      `The id \`${id}\` is ${section} here and in use again in ${lesson}.`,
    hint: ({ section }) =>
      section === 'retired'
        ? 'give what is there now another id. If it is the same as before, remove this line and run `npm run ids`.'
        : 'give what is there now another id. If the rename was undone, remove this line and run `npm run ids`.',
  },
  'unlocked-id': {
    severity: 'error',
    message: ({ ids }) => {
      const shown = ids.slice(0, MOST_SHOWN).map((id) => `\`${id}\``);
      const others = ids.length > MOST_SHOWN ? ` and ${formatCount(ids.length - MOST_SHOWN)} more` : '';
      return `Not in this file yet: ${shown.join(', ')}${others}.`;
    },
    hint: () => 'run `npm run ids`, which adds what is new, and commit this file.',
  },
  'unlocked-revision': {
    severity: 'error',
    message: ({ items }) => {
      const shown = items.slice(0, MOST_SHOWN).map(({ id, rev }) => `\`${id}\` (${rev})`);
      const others = items.length > MOST_SHOWN ? ` and ${formatCount(items.length - MOST_SHOWN)} more` : '';
      return `Of a newer revision than in this file: ${shown.join(', ')}${others}.`;
    },
    hint: () => 'run `npm run ids`, which writes what is new, and commit this file.',
  },
  'vanished-id': {
    severity: 'error',
    message: ({ id, ids, lesson }) => {
      const parts = ids.filter((part) => part !== id).map((part) => `\`${part}\``);
      const named = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
      return `The published id \`${id}\`${named} is gone from the course; it stood in ${lesson}.`;
    },
    hint: ({ id, renamed }) =>
      renamed === undefined
        ? `put it back; or, if it has another id now, run \`npm run ids -- --rename ${id}=new-id\`; ` +
          `or give it up with \`npm run ids -- --retire ${id}\`.`
        : `if it is \`${renamed}\` now, run \`npm run ids -- --rename ${id}=${renamed}\`. ` +
          `Otherwise put it back, or give it up with \`npm run ids -- --retire ${id}\`.`,
  },
};
