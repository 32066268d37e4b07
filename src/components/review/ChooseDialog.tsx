import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LessonId } from '../../format/id.ts';
import { learnerDay, selectFiltered } from '../../scheduler/index.ts';
import type { ModuleChoice } from '../quiz/SetupFields.tsx';
import { applyRenames } from '../renames.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import { Dialog } from './Dialog.tsx';
import { dayOfInput, inputOfDay } from './day-input.ts';
import { type LessonTitle, loadLessonTitles } from './lesson-titles.ts';
import { type StudyLink, TAGS, type Tag, toFilter } from './study-link.ts';

interface Props {
  readonly study: Study;
  readonly texts: Texts;
  readonly modules: readonly ModuleChoice[];
  readonly link: StudyLink | undefined;
  readonly onStart: (link: StudyLink) => void;
  readonly onClose: () => void;
}

/** Chooses cards to study apart from the daily review, and says at once how many there are. */
export function ChooseDialog({ study, texts, modules, link, onStart, onClose }: Props) {
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
  const schedule = study.schedule.value;
  const { items, counts } = selectFiltered({
    deck: decks.cards,
    schedule,
    events: applyRenames(log.events(), decks.history),
    filter: toFilter(draft.value),
    now: now(),
  });
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
        <label>
          <span>{texts('review.study.module')}</span>
          <select
            value={module ?? ''}
            onChange={({ currentTarget }) =>
              change({ module: currentTarget.value || undefined, lessons: undefined })
            }
          >
            <option value="">{texts('review.study.all')}</option>
            {modules.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {lessons.value.length > 0 && (
          <label>
            <span>{texts('review.study.lesson')}</span>
            <select
              value={draft.value.lessons?.[0] ?? ''}
              onChange={({ currentTarget: { value } }) =>
                change({ lessons: value ? [value as LessonId] : undefined })
              }
            >
              <option value="">{texts('review.study.all-lessons')}</option>
              {lessons.value.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <span>{texts('review.study.tag')}</span>
          <select
            value={draft.value.tag ?? ''}
            onChange={({ currentTarget: { value } }) => change({ tag: value ? (value as Tag) : undefined })}
          >
            <option value="">{texts('review.study.any-tag')}</option>
            {(Object.keys(TAGS) as Tag[]).map((tag) => (
              <option key={tag} value={tag}>
                {texts(`review.study.tag.${tag}`)}
              </option>
            ))}
          </select>
        </label>
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
