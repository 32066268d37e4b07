import { expect, it } from 'vitest';
import { FIELD_GROUPS } from '../../../src/components/settings/fields.ts';
import { choiceKey, helpKey, labelKey } from '../../../src/components/settings/setting-texts.ts';
import { currentValue, defaultValue } from '../../../src/components/settings/settings-run.ts';
import type { LearnerEvent } from '../../../src/format/event.ts';
import type { EventId } from '../../../src/format/id.ts';
import { INTERFACE_DEFAULTS } from '../../../src/format/settings.ts';
import { STRING_KEYS } from '../../../src/format/strings.ts';
import { DEFAULT_OPTIONS, foldLog } from '../../../src/scheduler/index.ts';

const NOW = { at: Date.parse('2026-03-02T09:00+08:00'), offsetMinutes: 480 };
const FIELDS = FIELD_GROUPS.flatMap(({ fields }) => fields);
const KEYS = new Set<string>(STRING_KEYS);

it('every setting has a name, an explanation and a text for each choice', () => {
  const missing = FIELDS.flatMap((field) => [
    labelKey(field.name),
    helpKey(field.name),
    ...('choices' in field ? field.choices.map((choice) => choiceKey(field.name, choice)) : []),
  ]).filter((key) => !KEYS.has(key));
  expect(missing).toEqual([]);
});

it('every choice of the scheduler and the interface is on the page, but for weights and what is added for one day', () => {
  const expected = Object.keys(DEFAULT_OPTIONS).length - 2 + Object.keys(INTERFACE_DEFAULTS).length;
  expect(FIELDS).toHaveLength(expected);
  expect(new Set(FIELDS.map(({ name }) => name)).size).toBe(expected);
});

it.each(FIELDS.map((field) => [field.name, field] as const))(
  '%s: what is stored is what is shown',
  (name, field) => {
    const usual = defaultValue(name);
    const chosen =
      field.control === 'switch'
        ? !usual
        : field.control === 'choice'
          ? (field.choices.at(-1) ?? '')
          : field.control === 'week'
            ? ['reduced', 'normal', 'normal', 'normal', 'normal', 'minimum', 'minimum']
            : field.control === 'steps'
              ? [3, 30]
              : field.control === 'retention'
                ? 0.85
                : 'least' in field
                  ? field.least
                  : '';
    const event: LearnerEvent = {
      ...NOW,
      id: '1-a-1' as EventId,
      type: 'settings.changed',
      name,
      value: chosen,
    };
    expect(chosen).not.toEqual(usual);
    expect(currentValue(foldLog([], NOW), name)).toEqual(usual);
    expect(currentValue(foldLog([event], NOW), name)).toEqual(chosen);
  },
);
