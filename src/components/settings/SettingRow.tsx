import type { JsonValue } from '../../format/event.ts';
import { estimateReviewsPerDay, type Schedule } from '../../scheduler/index.ts';
import type { Texts } from '../texts.ts';
import type { Field } from './fields.ts';
import { SettingControl } from './SettingControl.tsx';
import { helpKey, labelKey } from './setting-texts.ts';
import { currentValue, defaultValue, isSame } from './settings-run.ts';

interface Props {
  readonly field: Field;
  readonly schedule: Schedule;
  readonly texts: Texts;
  readonly language: string;
  readonly onChoose: (value: JsonValue) => void;
}

/** One setting: its name, what it does, its control, and the way back to the default. */
export function SettingRow({ field, schedule, texts, language, onChoose }: Props) {
  const { name, control } = field;
  const value = currentValue(schedule, name);
  const usual = defaultValue(name);
  const id = `setting-${name}`;
  const Label = control === 'week' ? 'span' : 'label';
  return (
    <div class={`recall-settings__row recall-settings__row--${control}`}>
      <Label id={`${id}-label`} class="recall-settings__label" {...(control === 'week' ? {} : { for: id })}>
        {texts(labelKey(name))}
      </Label>
      <SettingControl {...{ field, value, texts, id, language, onChoose }} />
      <p id={`${id}-help`} class="recall-settings__help">
        {texts(helpKey(name))}
        {control === 'retention' && <Effort schedule={schedule} texts={texts} />}
      </p>
      {!isSame(value, usual) && (
        <button
          type="button"
          class="recall-settings__default"
          aria-label={texts('settings.default.of', { setting: texts(labelKey(name)) })}
          onClick={() => onChoose(usual)}
        >
          {texts('settings.default')}
        </button>
      )}
    </div>
  );
}

/** What the recall wanted costs with the cards that this learner has. */
function Effort({ schedule, texts }: Pick<Props, 'schedule' | 'texts'>) {
  const { desiredRetention } = schedule.options;
  const other = desiredRetention < 0.95 ? 0.95 : 0.9;
  const perDay = (retention: number) => estimateReviewsPerDay(schedule, { desiredRetention: retention });
  const now = perDay(desiredRetention);
  if (now < 1) return null;
  return (
    <>
      {' '}
      {texts('settings.effort', {
        now: Math.round(now),
        there: Math.round(perDay(other)),
        other: Math.round(other * 100),
      })}
    </>
  );
}
