import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { JsonValue } from '../../format/event.ts';
import type { Texts } from '../texts.ts';
import type { Field } from './fields.ts';
import { choiceKey } from './setting-texts.ts';
import { formatSteps, parseSteps } from './steps-text.ts';

interface Props {
  readonly field: Field;
  readonly value: JsonValue;
  readonly texts: Texts;
  /** Id of the label and, with `-help`, of the explanation. */
  readonly id: string;
  readonly language: string;
  readonly onChoose: (value: JsonValue) => void;
}

/** The control of one setting. What cannot be used is said and not stored. */
export function SettingControl({ field, value, texts, id, language, onChoose }: Props) {
  const described = { id, 'aria-describedby': `${id}-help` };
  switch (field.control) {
    case 'switch':
      return (
        <input
          {...described}
          class="recall-switch"
          type="checkbox"
          role="switch"
          aria-checked={value === true}
          checked={value === true}
          onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <select
          {...described}
          value={String(value)}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        >
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {texts(choiceKey(field.name, choice))}
            </option>
          ))}
        </select>
      );
    case 'number':
      return (
        <TypedValue
          described={described}
          inputMode="numeric"
          text={String(value)}
          unit={texts(`settings.unit.${field.unit}`)}
          parse={(text) => parseWhole(text, field.least, field.most)}
          problem={texts('settings.whole', { least: field.least, most: field.most })}
          onChoose={onChoose}
        />
      );
    case 'steps':
      return (
        <TypedValue
          described={described}
          inputMode="text"
          text={Array.isArray(value) ? formatSteps(value as readonly number[]) : ''}
          parse={parseSteps}
          problem={texts('settings.steps')}
          onChoose={onChoose}
        />
      );
    case 'retention':
      return <Retention {...{ described, value, onChoose }} />;
    case 'week':
      return <Week {...{ field, value, texts, id, language, onChoose }} />;
  }
}

interface TypedProps {
  readonly described: { readonly id: string; readonly 'aria-describedby': string };
  readonly inputMode: 'numeric' | 'text';
  readonly text: string;
  readonly unit?: string;
  readonly parse: (text: string) => JsonValue | undefined;
  readonly problem: string;
  readonly onChoose: (value: JsonValue) => void;
}

/** A value that is typed: stored when it is whole, and what was typed stays to be mended when it is not. */
function TypedValue({ described, inputMode, text, unit, parse, problem, onChoose }: TypedProps) {
  const typed = useSignal(text);
  const isWrong = useSignal(false);
  // The value changed elsewhere: by undo, in another tab, or back to the default.
  useEffect(() => {
    typed.value = text;
    isWrong.value = false;
  }, [text, typed, isWrong]);
  const settle = () => {
    const value = parse(typed.value);
    isWrong.value = value === undefined;
    if (value === undefined) return;
    onChoose(value);
    typed.value = text;
  };
  const problemId = `${described.id}-problem`;
  return (
    <span class="recall-settings__typed">
      <span>
        <input
          {...described}
          type="text"
          inputMode={inputMode}
          autocomplete="off"
          value={typed.value}
          aria-invalid={isWrong.value}
          aria-errormessage={isWrong.value ? problemId : undefined}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle();
          }}
        />
        {unit}
      </span>
      <span id={problemId} class="recall-settings__problem" role="alert">
        {isWrong.value ? problem : ''}
      </span>
    </span>
  );
}

/** Recall wanted, in percent. */
function Retention(props: Pick<TypedProps, 'described' | 'onChoose'> & { readonly value: JsonValue }) {
  const { described, value, onChoose } = props;
  const percent = Math.round(Number(value) * 100);
  const shown = useSignal(percent);
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    shown.value = percent;
  }, [percent, shown]);
  return (
    <span class="recall-settings__range">
      <input
        {...described}
        type="range"
        min="70"
        max="97"
        step="1"
        value={shown.value}
        aria-valuetext={`${shown.value} %`}
        onInput={({ currentTarget }) => {
          shown.value = Number(currentTarget.value);
        }}
        onChange={({ currentTarget }) => {
          const chosen = Number(currentTarget.value) / 100;
          // Each arrow key is a change; only where it comes to rest is chosen.
          clearTimeout(waiting.current);
          waiting.current = setTimeout(() => onChoose(chosen), REST_MS);
        }}
        onBlur={() => {
          clearTimeout(waiting.current);
          onChoose(shown.value / 100);
        }}
      />
      <output for={described.id}>{shown.value} %</output>
    </span>
  );
}

const REST_MS = 500;

type WeekProps = Props & { readonly field: Extract<Field, { control: 'week' }> };

/** A choice for each weekday, from Monday on. */
function Week({ field, value, texts, id, language, onChoose }: WeekProps) {
  const days = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <fieldset class="recall-settings__week" aria-labelledby={`${id}-label`} aria-describedby={`${id}-help`}>
      {days.map((day, index) => {
        const weekday = format.format(Date.UTC(2024, 0, 1 + index));
        return (
          <label key={weekday}>
            {weekday}
            <select
              value={String(day)}
              onChange={({ currentTarget }) => onChoose(days.with(index, currentTarget.value))}
            >
              {field.choices.map((choice) => (
                <option key={choice} value={choice}>
                  {texts(choiceKey(field.name, choice))}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </fieldset>
  );
}

function parseWhole(text: string, least: number, most: number): number | undefined {
  const digits = text.normalize('NFKC').trim();
  const value = Number(digits);
  return /^\d+$/.test(digits) && value >= least && value <= most ? value : undefined;
}
