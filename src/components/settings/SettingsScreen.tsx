import { useSignal } from '@preact/signals';
import type { JsonValue } from '../../format/event.ts';
import { OpenedStudy } from '../quiz/OpenedStudy.tsx';
import type { ScreenProps } from '../screen/mount-screen.tsx';
import type { Study } from '../study.ts';
import { describeChange } from './describe-change.ts';
import { FIELD_GROUPS, type Field } from './fields.ts';
import { Rescheduling } from './Rescheduling.tsx';
import { SettingRow } from './SettingRow.tsx';
import { changeSetting, lastChange, undoLastChange } from './settings-run.ts';
import { Weights } from './Weights.tsx';

/** Everything that a learner can choose, explained, each choice kept at once. */
export function SettingsScreen({ locale, language, texts }: ScreenProps) {
  return (
    <OpenedStudy locale={locale} texts={texts}>
      {(study) => <Settings study={study} language={language} texts={texts} />}
    </OpenedStudy>
  );
}

type Props = Pick<ScreenProps, 'language' | 'texts'> & { readonly study: Study };

function Settings({ study, language, texts }: Props) {
  const schedule = study.schedule.value;
  const said = useSignal<'nothing' | 'saved' | 'unsaved' | 'undone'>('nothing');
  const change = lastChange(study);
  const report = (saving: Promise<boolean>, done: 'saved' | 'undone' = 'saved') =>
    void saving.then((isSaved) => {
      said.value = isSaved ? done : 'unsaved';
    });
  const isQuiet = said.value === 'nothing' && change.length === 0;
  const row = (field: Field) => (
    <SettingRow
      key={field.name}
      field={field}
      schedule={schedule}
      texts={texts}
      language={language}
      onChoose={(value: JsonValue) => report(changeSetting(study, field.name, value))}
    />
  );
  return (
    <>
      <p>{texts('settings.lead')}</p>
      {FIELD_GROUPS.map(({ id, fields }) => (
        <section key={id} class="recall-settings__group" aria-labelledby={`settings-${id}`}>
          <h2 id={`settings-${id}`}>{texts(`settings.group.${id}`)}</h2>
          {fields.map(row)}
        </section>
      ))}
      <section class="recall-settings__group" aria-labelledby="settings-advanced">
        <h2 id="settings-advanced">{texts('settings.group.advanced')}</h2>
        <Weights study={study} texts={texts} onKeep={report} />
        <Rescheduling study={study} texts={texts} onKeep={report} />
      </section>
      <div class={`recall-settings__bar${isQuiet ? ' recall-settings__bar--quiet' : ''}`}>
        <span role="status">
          {said.value === 'saved' && `✓ ${texts('settings.saved')}`}
          {said.value === 'undone' && `✓ ${texts('settings.undone')}`}
          {said.value === 'unsaved' && texts('settings.unsaved')}
        </span>
        {change.length > 0 && (
          <button
            type="button"
            class="recall-settings__undo"
            onClick={() => report(undoLastChange(study), 'undone')}
          >
            {texts('settings.undo', { what: describeChange(change, texts) })}
          </button>
        )}
      </div>
    </>
  );
}
