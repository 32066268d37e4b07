import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { TagId } from '../../format/id.ts';
import { learnerDay, selectFiltered } from '../../scheduler/index.ts';
import type { ModuleChoice } from '../quiz/SetupFields.tsx';
import { applyRenames } from '../renames.ts';
import { SelectField } from '../SelectField.tsx';
import type { Study } from '../study.ts';
import type { TagChoice } from '../tag-choices.ts';
import type { Texts } from '../texts.ts';
import { Dialog } from './Dialog.tsx';
import { dayOfInput, inputOfDay } from './day-input.ts';
import { type LessonTitle, loadLessonTitles } from './lesson-titles.ts';
import { STUDY_KINDS, type StudyKind, type StudyLink, toFilter } from './study-link.ts';

interface Props {
  readonly study: Study;
  readonly texts: Texts;
  readonly modules: readonly ModuleChoice[];
  readonly tags: readonly TagChoice[];
  readonly link: StudyLink | undefined;
  readonly onStart: (link: StudyLink) => void;
  readonly onClose: () => void;
}

/** Chooses cards to study apart from the daily review, and says at once how many there are. */
export function ChooseDialog({ study, texts, modules, tags, link, onStart, onClose }: Props) {
  const draft = useSignal<StudyLink>(link ?? {});
  const lessons = useSignal<readonly LessonTitle[]>([]);
  const { module } = draft.value;
  useEffect(() => {
    lessons.value = [];
    if (module === undefined) return;
    void loadLessonTitles(study.decks, module).then((loaded) => {
      if (draft.peek().module === module) lessons.value = loaded;
    });
  }, [module, study, draft, lessons]);

  const { decks, log, now } = study;
  const { cards: deck, tagsOf } = decks;
  const schedule = study.schedule.value;
  const given = { deck, tagsOf, schedule, events: applyRenames(log.events(), decks.history), now: now() };
  const filter = toFilter(draft.value);
  const chosen = selectFiltered({ ...given, filter });
  const { items, counts } = chosen;
  // How many cards each tag would leave of the rest of the choice.
  const { tags: chosenTags, ...others } = filter;
  const ofAnyTag = chosenTags ? selectFiltered({ ...given, filter: others }) : chosen;
  const ofTag = new Map<TagId, number>();
  for (const { item } of ofAnyTag.items) {
    for (const tag of tagsOf(item)) ofTag.set(tag, (ofTag.get(tag) ?? 0) + 1);
  }
  const change = (part: { readonly [Key in keyof StudyLink]: StudyLink[Key] | undefined }) => {
    const known = Object.entries({ ...draft.value, ...part }).filter(([, value]) => value !== undefined);
    draft.value = Object.fromEntries(known);
  };

  return (
    <Dialog title={texts('review.study')} closeName={texts('review.close')} onClose={onClose}>
      <form
        class="recall-review__choice"
        onSubmit={(event) => {
          event.preventDefault();
          const { all: _, ...chosen } = draft.value;
          if (items.length > 0) onStart(Object.keys(chosen).length > 0 ? chosen : { all: true });
        }}
      >
        <SelectField
          label={texts('review.study.module')}
          value={module}
          none={texts('review.study.all')}
          options={modules.map(({ id, title }) => ({ value: id, name: title }))}
          onChoose={(id) => change({ module: id, lessons: undefined })}
        />
        {lessons.value.length > 0 && (
          <SelectField
            label={texts('review.study.lesson')}
            value={draft.value.lessons?.[0]}
            none={texts('review.study.all-lessons')}
            options={lessons.value.map(({ id, title }) => ({ value: id, name: title }))}
            onChoose={(id) => change({ lessons: id && [id] })}
          />
        )}
        {tags.length > 0 && (
          <SelectField
            label={texts('review.study.tag')}
            value={chosenTags?.[0]}
            none={texts('review.study.any-tag')}
            options={tags.map(({ id, name }) => ({
              value: id,
              name: texts('review.study.tag-count', { tag: name, count: ofTag.get(id) ?? 0 }),
              isDisabled: !ofTag.has(id) && !chosenTags?.includes(id),
            }))}
            onChoose={(id) => change({ tags: id && [id] })}
          />
        )}
        <SelectField
          label={texts('review.study.kind')}
          value={draft.value.kind}
          none={texts('review.study.any-kind')}
          options={(Object.keys(STUDY_KINDS) as StudyKind[]).map((kind) => ({
            value: kind,
            name: texts(`review.study.kind.${kind}`),
          }))}
          onChoose={(kind) => change({ kind })}
        />
        {(['failed', 'leeches'] as const).map((name) => (
          <label key={name}>
            <span>{texts(`review.study.${name}`)}</span>
            <input
              type="checkbox"
              checked={draft.value[name] === true}
              onChange={({ currentTarget }) => change({ [name]: currentTarget.checked || undefined })}
            />
          </label>
        ))}
        <label>
          <span>{texts('review.study.exam')}</span>
          <input
            type="date"
            min={inputOfDay(learnerDay(now(), schedule.options.rolloverHour))}
            value={draft.value.examDay === undefined ? '' : inputOfDay(draft.value.examDay)}
            onInput={({ currentTarget }) => change({ examDay: dayOfInput(currentTarget.value) })}
          />
        </label>
        <p role="status">
          {items.length === 0 ? texts('review.study.none') : texts('review.study.counts', { ...counts })}
        </p>
        <button
          type="submit"
          class="recall-button recall-button--wide"
          aria-disabled={items.length === 0 ? 'true' : undefined}
        >
          {texts('review.study.start')}
        </button>
      </form>
    </Dialog>
  );
}
