import type { Severity } from '../format/issue.ts';
import type { IssueCode, IssueDetails } from './issue-details.ts';

/** How one code is reported. */
export interface IssueKind<Details> {
  readonly severity: Severity;
  readonly message: (details: Details) => string;
  readonly hint: (details: Details) => string;
}

/** Every mistake that the compiler reports. Codes are permanent: never rename one, never reuse one. */
export const ISSUE_CODES: { readonly [Code in IssueCode]: IssueKind<IssueDetails[Code]> } = {
  'absolute-distractor': {
    severity: 'warning',
    message: ({ word }) =>
      `Only wrong options contain a word as absolute as “${word}”, which gives them away.`,
    hint: () => 'say the same without it, or use such a word in the right option too.',
  },
  'broken-anchor': {
    severity: 'error',
    message: ({ url, anchor }) => `The page of the link \`${url}\` has no place \`#${anchor}\`.`,
    hint: ({ near, known }) => {
      if (near !== undefined) return `did you mean \`${near}\`?`;
      if (known.length === 0) return 'that page has no headings: leave out the part from `#`.';
      const shown = known.slice(0, MOST_SHOWN).map((name) => `\`#${name}\``);
      return `it has ${shown.join(', ')}${known.length > MOST_SHOWN ? ' and others' : ''}.`;
    },
  },
  'broken-link': {
    severity: 'error',
    message: ({ url }) => `The link \`${url}\` leads to no page of this site.`,
    hint: ({ near }) =>
      near === undefined
        ? 'pages are `/<locale>/<module>/<lesson>/`; write the page first, or remove the link.'
        : `did you mean \`${near}\`?`,
  },
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
  'card-outside-lesson': {
    severity: 'error',
    message: ({ item }) => `This ${item} does not stand in a lesson, so nobody would ever review it.`,
    hint: ({ item }) => `move the ${item} to a lesson: content/docs/<locale>/<module>/<lesson>.md.`,
  },
  'catch-all-option': {
    severity: 'error',
    message: ({ text }) => `The option “${text}” speaks of the other options instead of the matter.`,
    hint: () =>
      'ask for several answers with `multiple: true`, or write an option that is wrong or right by itself.',
  },
  'changed-kind': {
    severity: 'error',
    message: ({ id, lesson, kind, published }) =>
      `The id \`${id}\` was published as ${published} and is now ${kind} in ${lesson}.`,
    hint: ({ id }) =>
      `give what is there now an id of its own. Then, if it asks for the same knowledge, run ` +
      `\`npm run ids -- --rename ${id}=new-id\`, else \`npm run ids -- --retire ${id}\`.`,
  },
  'cloze-missing-in-locale': {
    severity: 'error',
    message: ({ label, id, missingIn }) =>
      `The cloze \`${label}\` of the card \`${id}\` is missing in ${missingIn}.`,
    hint: ({ label }) =>
      `one cloze is one memory in every language. Mark the same there: \`==…=={#${label}}\`.`,
  },
  'cloze-with-separator': {
    severity: 'error',
    message: () => 'This card has both a line `***` and a cloze `==…==`, so it is unclear what to ask.',
    hint: () =>
      'remove the line `***` and what follows, or the marks `==`; an operator stands in backticks: `` `==` ``.',
  },
  'coverage-gap': {
    severity: 'error',
    message: ({ id, before }) => `\`${id}\` is missing before \`${before}\`.`,
    hint: ({ id }) => `name the lessons that cover it: \`${id}: [<module>/<lesson>]\`.`,
  },
  'duplicate-id': {
    severity: 'error',
    message: ({ id, other }) => `Id \`${id}\` is already used at ${other}.`,
    hint: ({ proposal }) =>
      `ids keep a learner's progress, so each must be unique. Rename this one, e.g. \`${proposal}\`.`,
  },
  'duplicate-option': {
    severity: 'error',
    message: ({ what, text, other }) =>
      text === other
        ? `The ${what} “${text}” stands here twice.`
        : `The ${what} “${text}” says the same as “${other}”.`,
    hint: ({ what }) =>
      `give each ${what} a text of its own; case, spaces and punctuation make no difference.`,
  },
  'duplicate-order': {
    severity: 'warning',
    message: ({ order, other }) => `The order ${order} is already used in this module by ${other}.`,
    hint: () => 'give each lesson of a module its own `sidebar.order`; until then their paths decide.',
  },
  'duplicate-quiz': {
    severity: 'error',
    message: ({ id, other }) => `The name \`${id}\` is already used by ${other}.`,
    hint: () =>
      'the name of the file is what `::quiz{#…}` calls, so rename one of them, e.g. after its lesson.',
  },
  'empty-course': {
    severity: 'error',
    message: () => 'The course has no lesson.',
    hint: () => 'write the first one as content/docs/<locale>/<module>/<lesson>.md.',
  },
  'empty-file': {
    severity: 'error',
    message: ({ bodyOnly }) => (bodyOnly ? 'This lesson has no text.' : 'This file is empty.'),
    hint: ({ bodyOnly }) =>
      bodyOnly
        ? 'write the lesson below its frontmatter, or delete the file.'
        : 'write something into it, or delete it.',
  },
  'empty-side': {
    severity: 'error',
    message: ({ item, side }) => {
      if (side === 'separator') return 'This card has no line `***` between its front and its back.';
      return `This ${item} has no ${side}.`;
    },
    hint: ({ side }) => EMPTY_SIDE_HINTS[side],
  },
  'extra-separator': {
    severity: 'error',
    message: () => 'This card has a second line `***`, but a card has two sides only.',
    hint: () => 'remove this line, or close the card above it with `:::` and begin another.',
  },
  'facts-embedded-twice': {
    severity: 'error',
    message: ({ id, other }) => `The fact table \`${id}\` is already shown at ${other}.`,
    hint: () => 'show it once and link to that place, since its rows are where its cards lead back to.',
  },
  'facts-in-other-lesson': {
    severity: 'error',
    message: ({ id, lesson }) => `The fact table \`${id}\` belongs to another lesson: ${lesson}.`,
    hint: ({ lesson, file }) => `move this line to that lesson, or change \`lesson: ${lesson}\` in ${file}.`,
  },
  'facts-not-embedded': {
    severity: 'warning',
    message: ({ id, pages }) => `The fact table \`${id}\` is not shown in ${pages.join(' and ')}.`,
    hint: ({ id }) => `write \`::facts{#${id}}\` there on a line of its own.`,
  },
  'figure-embedded-twice': {
    severity: 'error',
    message: ({ id, other }) => `The figure \`${id}\` is already shown at ${other}.`,
    hint: () => 'show it once and link to that place.',
  },
  'figure-markup': {
    severity: 'error',
    message: ({ problem }) => problem,
    hint: ({ fix }) => fix,
  },
  'figure-missing-in-locale': {
    severity: 'error',
    message: ({ id, missingIn }) => `The figure \`${id}\` is missing in ${missingIn}.`,
    hint: ({ id }) => `all languages of a page show the same figures: write \`::figure{#${id}}\` there too.`,
  },
  'figure-not-embedded': {
    severity: 'warning',
    message: ({ id }) => `The figure \`${id}\` is not shown in any page.`,
    hint: ({ id }) =>
      `write \`::figure{#${id}}\` on a line of its own, in every language, where it explains the text.`,
  },
  'figure-without-text': {
    severity: 'error',
    message: ({ what, locale }) =>
      `This figure has no ${what === 'title' ? 'title' : 'description'} in \`${locale}\`.`,
    hint: ({ what, locale }) =>
      what === 'title'
        ? `add \`<title lang="${locale}">…</title>\`, a few words.`
        : `add \`<desc lang="${locale}">…</desc>\`: one to three sentences for those who cannot see it.`,
  },
  'heading-in-card': {
    severity: 'error',
    message: ({ mark }) =>
      mark === 'dashes'
        ? 'In a card a line of dashes `---` turns the text above it into a heading instead of separating the sides.'
        : 'A card cannot contain a heading: it would appear in the table of contents of its page.',
    hint: ({ mark }) =>
      mark === 'dashes'
        ? 'write `***` with a blank line above and below it.'
        : 'use bold text instead, or close the card above this line with `:::`.',
  },
  'html-in-card': {
    severity: 'warning',
    message: ({ source }) => `\`${source}\` is not carried onto the flashcard, only the text around it.`,
    hint: () => 'write it in Markdown: `**bold**`, `` `code` ``, a list or a table.',
  },
  'id-missing-in-locale': {
    severity: 'error',
    message: ({ item, id, missingIn }) => `The ${item} \`${id}\` is missing in ${missingIn}.`,
    hint: ({ item, id }) =>
      `one ${item} is one memory in every language. Translate it there as \`{#${id}}\`, or remove it here.`,
  },
  'id-moved-between-lessons': {
    severity: 'error',
    message: ({ item, id, other }) => `The ${item} \`${id}\` stands in another lesson at ${other}.`,
    hint: () => 'move one of them, so that both languages teach it in the same lesson.',
  },
  'id-of-another-kind': {
    severity: 'error',
    message: ({ item, id, otherItem, other }) =>
      `Id \`${id}\` is a ${item} here and a ${otherItem} at ${other}.`,
    hint: () => 'write the same kind in both languages, or rename one of them.',
  },
  'invalid-frontmatter': {
    severity: 'error',
    message: ({ problem }) => problem,
    hint: ({ fix }) => fix,
  },
  'invalid-revision': {
    severity: 'error',
    message: ({ rev }) => `The revision \`${rev}\` is not a whole number from 1.`,
    hint: () => 'leave `rev` out for the first one and write `rev=2` when the meaning of the card changes.',
  },
  'invalid-value': {
    severity: 'error',
    message: ({ key, expected }) => `The value of \`${key}\` has to be ${expected}.`,
    hint: ({ expected }) =>
      expected === 'text'
        ? "put text that looks like a number, a date or `true` in quotes: `'1960'`."
        : 'correct it here; by the schemas in `quizzes/` an editor completes and checks it while you type.',
  },
  'invalid-yaml': {
    severity: 'error',
    message: ({ problem }) => `This file is not valid YAML: ${problem}`,
    hint: ({ snippet }) =>
      snippet === undefined
        ? 'indent with spaces only, and put a text that contains `: ` or ` #` or begins with a sign in quotes.'
        : `put the text in quotes: \`${snippet}\`.`,
  },
  'item-in-card': {
    severity: 'error',
    message: ({ item }) => `This ${item} stands inside a card.`,
    hint: ({ item }) =>
      `move it out. If it was not meant to be inside, a \`:::\` is missing above this ${item}.`,
  },
  'key-often-longest': {
    severity: 'warning',
    message: ({ count, total, locale }) =>
      `In ${count} of ${total} questions with one right option (${percent(count, total)}) it is the longest one in \`${locale}\`.`,
    hint: ({ examples }) =>
      `learners notice. Shorten the right option or lengthen a wrong one, e.g. at ${examples.join(', ')}.`,
  },
  'key-position-skewed': {
    severity: 'warning',
    message: ({ count, total, position }) =>
      `In ${count} of ${total} questions with one right option (${percent(count, total)}) it is option ${position}.`,
    hint: ({ examples }) => `move it in some of them, e.g. at ${examples.join(', ')}.`,
  },
  'lesson-length': {
    severity: 'warning',
    message: ({ length, unit, min, max }) =>
      length < min
        ? `This lesson has ${count(length)} ${unit} of prose, fewer than ${count(min)}.`
        : `This lesson has ${count(length)} ${unit} of prose, more than ${count(max)}.`,
    hint: ({ length, min }) =>
      length < min
        ? 'explain more, or put it together with another lesson; cards and sources do not count.'
        : 'split it where the subject changes; cards and sources do not count.',
  },
  'lesson-missing-in-default': {
    severity: 'error',
    message: ({ expected }) =>
      `This page has no counterpart in the default language: ${expected} is missing.`,
    hint: () => 'other languages fall back to the default one, so write it there first.',
  },
  'lesson-without-cards': {
    severity: 'error',
    message: () => 'This lesson has no card, so nothing of it would ever be reviewed.',
    hint: () => 'mark a term with `:term[name]{#id}` and its definition below, or write a `:::card{#id}`.',
  },
  'listed-twice': {
    severity: 'error',
    message: ({ lesson }) => `The lesson \`${lesson}\` stands twice in this list.`,
    hint: () => 'remove it here.',
  },
  'lowered-revision': {
    severity: 'error',
    message: ({ id, lesson, rev, published }) =>
      `The revision ${rev} of \`${id}\` in ${lesson} is lower than the published one, ${published}.`,
    hint: ({ published }) =>
      `write \`rev=${published}\` there, or \`rev=${published + 1}\` if the meaning has changed again.`,
  },
  'malformed-as-of': {
    severity: 'error',
    message: ({ written }) => `\`${written}\` is neither a month nor a day of the calendar.`,
    hint: () =>
      'write the year first, with two digits for month and day: `asOf: 2026-08` or `asOf: 2026-08-31`.',
  },
  'malformed-coverage-id': {
    severity: 'error',
    message: ({ id }) => `\`${id}\` is no numbered id.`,
    hint: () => 'write capital letters and a number, e.g. `A001`.',
  },
  'malformed-fence': {
    severity: 'error',
    message: ({ source }) => `\`${source}\` is not read as a directive, and readers would see its colons.`,
    hint: ({ source }) =>
      /[^:\s]/.test(source)
        ? `write the name directly after the colons: \`${source.replace(/^(:+)\s+/, '$1')}\`.`
        : 'nothing is open here: remove this line, or restore the opening line it belonged to.',
  },
  'malformed-id': {
    severity: 'error',
    message: ({ id }) =>
      `Id \`${id}\` is not lower-case ASCII words joined by hyphens, at most 48 characters.`,
    hint: ({ proposal, snippet = `{#${proposal}}` }) => `write \`${snippet}\`.`,
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
  'malformed-path': {
    severity: 'error',
    message: ({ segment }) =>
      `The name \`${segment}\` in this path would not be the same in the page's address.`,
    hint: ({ proposal }) => `use lower-case ASCII words joined by hyphens, e.g. \`${proposal}\`.`,
  },
  'misplaced-blank': {
    severity: 'error',
    message: ({ count }) =>
      count === 1
        ? 'The blank of this stem is not exactly four underscores.'
        : `This stem has ${count === 0 ? 'no blank' : `${count} blanks`}, but exactly one is filled in.`,
    hint: () => 'write `____`, four underscores, once in each language, where the answer belongs.',
  },
  'missing-fact-cell': {
    severity: 'error',
    message: ({ row, column }) => `The row \`${row}\` says nothing of \`${column}\`.`,
    hint: ({ column }) => `add \`${column}: …\`, or \`${column}: { unknown: true }\` if it is not known.`,
  },
  'missing-fact-source': {
    severity: 'error',
    message: ({ row, column }) => `The cell \`${column}\` of \`${row}\` names no source.`,
    hint: () => 'add `sources: [id, …]` to the row, or to this cell as `{ value: …, sources: [id, …] }`.',
  },
  'missing-id': {
    severity: 'error',
    message: ({ item }) => `This ${item} has no id, so a learner's progress could not be kept.`,
    hint: ({ snippet }) => `write \`${snippet}\`, with the same id in every language.`,
  },
  'missing-key': {
    severity: 'error',
    message: ({ key }) => `The key \`${key}\` is missing here.`,
    hint: ({ key, expected }) => `add \`${key}:\` with ${expected}.`,
  },
  'missing-lock': {
    severity: 'error',
    message: ({ items }) =>
      `This file is missing, so nothing keeps the ids of ${count(items)} ${items === 1 ? 'item' : 'items'} from changing.`,
    hint: () =>
      'run `npm run ids`, which writes it, and commit it; if it was there before, take it from Git.',
  },
  'missing-module-index': {
    severity: 'error',
    message: ({ expected }) => `The module of this lesson has no page of its own: ${expected} is missing.`,
    hint: () => 'write it with `title`, `description` and `sidebar.order`, which is the place of the module.',
  },
  'missing-placeholder': {
    severity: 'error',
    message: ({ key, placeholder }) => `This \`${key}\` lacks the placeholder \`${placeholder}\`.`,
    hint: ({ placeholder }) =>
      `write \`${placeholder}\` where it belongs in the sentence; it is filled in for each row.`,
  },
  'missing-sources': {
    severity: 'error',
    message: ({ found }) =>
      found ? 'This list of sources has no link.' : 'This lesson does not name its sources.',
    hint: () => 'end the lesson with `:::sources`, a list such as `- [Title](https://…)`, and `:::`.',
  },
  'missing-text': {
    severity: 'error',
    message: ({ key, locale }) => `The text of \`${key}\` is missing in \`${locale}\`.`,
    hint: ({ locale }) => `both languages stand side by side: add \`${locale}: …\` here.`,
  },
  'missing-trailing-slash': {
    severity: 'error',
    message: ({ url }) => `The path of the link \`${url}\` does not end with a slash.`,
    hint: ({ near }) => `write \`${near}\`.`,
  },
  'no-right-answer': {
    severity: 'error',
    message: () => 'None of these options is right.',
    hint: () => 'add `correct: true` to the right one.',
  },
  'no-wrong-answer': {
    severity: 'error',
    message: () => 'All of these options are right, so there is nothing to choose.',
    hint: () => 'add at least one wrong option.',
  },
  'other-language-link': {
    severity: 'warning',
    message: ({ url }) => `The link \`${url}\` leads into another language.`,
    hint: ({ near }) => `link to the reader's own: \`${near}\`.`,
  },
  'path-order': {
    severity: 'error',
    message: ({ lesson, needed }) =>
      `On this path \`${lesson}\` stands before \`${needed}\`, which is to be read first.`,
    hint: ({ needed }) => `move \`${needed}\` up, or leave it out of the path.`,
  },
  'prerequisite-cycle': {
    severity: 'error',
    message: ({ lessons }) =>
      `This lesson would have to be read before itself: ${lessons.map((lesson) => `\`${lesson}\``).join(' needs ')}.`,
    hint: () => 'remove the prerequisite that can be done without.',
  },
  'prerequisites-differ': {
    severity: 'error',
    message: ({ other }) => `The lessons to read first are not those of ${other}.`,
    hint: ({ lessons }) =>
      lessons.length === 0
        ? 'remove `prerequisites` here, or add it there.'
        : `write \`prerequisites: [${lessons.join(', ')}]\` in both.`,
  },
  'quiz-embedded-twice': {
    severity: 'error',
    message: ({ id, other }) => `The quiz \`${id}\` is already shown at ${other}.`,
    hint: () => 'show it once and link to that place.',
  },
  'quiz-in-other-lesson': {
    severity: 'error',
    message: ({ id, lesson }) =>
      `The quiz \`${id}\` does not belong to this page, but to the lesson ${lesson}.`,
    hint: ({ lesson, file }) => `move this line to that lesson, or change \`lesson: ${lesson}\` in ${file}.`,
  },
  'quiz-not-embedded': {
    severity: 'warning',
    message: ({ id, pages }) => `The quiz \`${id}\` is not shown in ${pages.join(' and ')}.`,
    hint: ({ id }) => `write \`::quiz{#${id}}\` there on a line of its own.`,
  },
  'reserved-id': {
    severity: 'error',
    message: ({ id }) => `The id \`${id}\` of a column ends like the id of a generated question.`,
    hint: () => 'choose one that ends neither in `-choice` nor in `-truth`.',
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
  'several-right-answers': {
    severity: 'error',
    message: ({ count }) => `Of these options ${count} are right, but one is to be picked.`,
    hint: () => 'leave one `correct: true`, or write `multiple: true` if all of them have to be picked.',
  },
  'stray-directive': {
    severity: 'warning',
    message: ({ source, near }) => `\`${source}\` looks like \`${near}\`, but readers see it as text.`,
    hint: ({ source, near }) => `write \`${near}[name]{#id}\` for a term, or \`\\${source}\` for this text.`,
  },
  'term-outside-definition-list': {
    severity: 'error',
    message: ({ source }) => `\`${source}\` is not alone on a line that is followed by its definition.`,
    hint: () =>
      'give it a line of its own with blank lines around the pair, and begin the next line with `: `.',
  },
  'too-few-distractors': {
    severity: 'error',
    message: ({ count }) =>
      `This question has ${count === 0 ? 'no wrong option' : 'one wrong option only'}, so it is easily guessed.`,
    hint: () =>
      'write at least two wrong options that a learner might believe, or ask it as `kind: true-false`.',
  },
  'too-few-entries': {
    severity: 'error',
    message: ({ what, count, least }) =>
      `This question has fewer than ${least} ${what} (${count}), so it is easily guessed.`,
    hint: ({ what }) => `add ${what}, or ask it as \`kind: choice\`.`,
  },
  'too-few-right-answers': {
    severity: 'error',
    message: () => 'With `multiple: true` at least two options have to be right, and here one is.',
    hint: () => 'remove `multiple: true`, or add `correct: true` to another option.',
  },
  'too-many-options': {
    severity: 'error',
    message: ({ count }) =>
      `This question has ${count} options, more than the six that one can weigh at once.`,
    hint: () => 'keep the wrong ones that learners really believe; two of them are mostly enough.',
  },
  'unclosed-cloze': {
    severity: 'error',
    message: () => 'This `==` has no partner in its paragraph, so readers would see it.',
    hint: () =>
      'write `==what to recall==` without spaces inside the marks, or put an operator in backticks: `` `==` ``.',
  },
  'unclosed-directive': {
    severity: 'error',
    message: ({ source }) => `\`${source}\` is never closed, so it swallows the text below it.`,
    hint: ({ hasDefinitions }) =>
      hasDefinitions
        ? 'a block cannot contain a definition list: move the term out of it.'
        : 'add a line `:::` after its last line, below a blank line if that is a table.',
  },
  'unemphasised-negative': {
    severity: 'error',
    message: ({ word }) => `The stem asks for what does not hold, but its “${word}” is easily overlooked.`,
    hint: ({ fixed }) => `ask the positive question, or emphasise the word: \`${fixed}\`.`,
  },
  'unknown-attribute': {
    severity: 'error',
    message: ({ directive, attribute }) => `\`${directive}\` has no attribute \`${attribute}\`.`,
    hint: ({ near, known }) =>
      near === undefined
        ? `it knows ${known.map((name) => `\`${name}\``).join(' and ')}.`
        : `did you mean \`${near}\`?`,
  },
  'unknown-directive': {
    severity: 'error',
    message: ({ source }) => `\`${source}\` is not a directive that this site knows.`,
    hint: ({ near, inText }) => {
      if (near !== undefined) return `did you mean \`${near}\`?`;
      return inText ? 'if it is meant as text, write `\\:` or put it in backticks.' : UNKNOWN_BLOCK_HINT;
    },
  },
  'unknown-fact-source': {
    severity: 'error',
    message: ({ id }) => `This table has no source \`${id}\`.`,
    hint: ({ near }) =>
      near === undefined ? 'add it to `sources` at the top of the file.' : `did you mean \`${near}\`?`,
  },
  'unknown-fact-value': {
    severity: 'error',
    message: ({ id, column }) => `The column \`${column}\` has no value \`${id}\`.`,
    hint: ({ near, known }) =>
      near === undefined
        ? `its values are ${known.map((name) => `\`${name}\``).join(', ')}; add another one under \`values\`.`
        : `did you mean \`${near}\`?`,
  },
  'unknown-facts': {
    severity: 'error',
    message: ({ id }) =>
      id === undefined ? 'This line names no fact table.' : `There is no fact table \`${id}\`.`,
    hint: ({ id, near }) => {
      if (near !== undefined) return `did you mean \`::facts{#${near}}\`?`;
      const name = id ?? 'name';
      return `write \`::facts{#${name}}\` for the table in quizzes/facts/${name}.yaml.`;
    },
  },
  'unknown-figure': {
    severity: 'error',
    message: ({ id }) => (id === undefined ? 'This line names no figure.' : `There is no figure \`${id}\`.`),
    hint: ({ id, near }) => {
      if (near !== undefined) return `did you mean \`::figure{#${near}}\`?`;
      const name = id ?? 'name';
      return `write \`::figure{#${name}}\` for the drawing in content/figures/${name}.svg.`;
    },
  },
  'unknown-key': {
    severity: 'error',
    message: ({ key }) => `The key \`${key}\` is not known here.`,
    hint: ({ near, known }) =>
      near === undefined
        ? `known here are ${known.map((name) => `\`${name}\``).join(', ')}.`
        : `did you mean \`${near}\`?`,
  },
  'unknown-lesson': {
    severity: 'error',
    message: ({ lesson }) => `There is no lesson \`${lesson}\`.`,
    hint: ({ near }) =>
      near === undefined
        ? 'write the path of its page without language and extension: `<module>/<lesson>`.'
        : `did you mean \`${near}\`?`,
  },
  'unknown-quiz': {
    severity: 'error',
    message: ({ id }) => (id === undefined ? 'This line names no quiz.' : `There is no quiz \`${id}\`.`),
    hint: ({ near }) =>
      near === undefined
        ? 'write the questions as quizzes/<module>/<name>.yaml and show them by `::quiz{#<name>}`.'
        : `did you mean \`::quiz{#${near}}\`?`,
  },
  'unknown-tested-note': {
    severity: 'error',
    message: ({ id, lesson }) => `The lesson ${lesson} has no term or card \`${id}\`.`,
    hint: ({ near, elsewhere }) => {
      if (elsewhere !== undefined)
        return `it stands at ${elsewhere}: test it in that lesson, or test a note of this one.`;
      if (near !== undefined) return `did you mean \`${near}\`?`;
      return 'name the id of the term or card that teaches the answer, or write one.';
    },
  },
  'unlabelled-cloze': {
    severity: 'error',
    message: () =>
      "This card has several clozes, not all with a label, so a learner's progress could not be kept.",
    hint: ({ snippet }) => `write \`${snippet}\`, with the same labels in every language.`,
  },
  'unlocked-id': {
    severity: 'error',
    message: ({ ids }) => {
      const shown = ids.slice(0, MOST_SHOWN).map((id) => `\`${id}\``);
      const others = ids.length > MOST_SHOWN ? ` and ${count(ids.length - MOST_SHOWN)} more` : '';
      return `Not in this file yet: ${shown.join(', ')}${others}.`;
    },
    hint: () => 'run `npm run ids`, which adds what is new, and commit this file.',
  },
  'unreadable-file': {
    severity: 'error',
    message: ({ reason }) => `This file cannot be read: ${reason}`,
    hint: () => 'correct the markup at this place; the rest of the file is checked afterwards.',
  },
  'unsupported-image': {
    severity: 'error',
    message: ({ url }) => `The image \`${url}\` cannot be shown on a flashcard.`,
    hint: () => 'put the file in `public/` and name it by its path from there, e.g. `![…](/images/x.svg)`.',
  },
  'untranslated-lesson': {
    severity: 'warning',
    message: ({ expected }) => `This page is not translated: ${expected} is missing.`,
    hint: () => 'until it is written, readers see this one with a notice.',
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
  'wrong-directive-form': {
    severity: 'error',
    message: ({ source, expected }) => `\`${source}\` has to be written as \`${expected}\`.`,
    hint: () =>
      'one colon stands in a line of text, two make a line of its own, three open a block that a line `:::` closes.',
  },
};

// How many names a message lists.
const MOST_SHOWN = 6;

const EMPTY_SIDE_HINTS = {
  front: 'write the question above the line `***`.',
  back: 'write the answer below the line `***`, before the closing `:::`.',
  name: 'write it in the brackets: `:term[name]{#id}`.',
  definition: 'begin the next line with a colon and a space: `: what it means`.',
  separator:
    'write the question, a blank line, `***`, a blank line, and the answer; or mark what to recall as `==…==`.',
} as const;

const UNKNOWN_BLOCK_HINT =
  'use `card`, `quiz`, `facts`, `figure`, `sources`, `note`, `tip`, `caution` or `danger`, or begin the line with `\\:` for plain text.';

function count(value: number): string {
  return value.toLocaleString('en');
}

function percent(count: number, total: number): string {
  return `${Math.round((count / total) * 100)} %`;
}
