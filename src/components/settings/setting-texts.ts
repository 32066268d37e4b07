import type { StringKey } from '../../format/strings.ts';
import type { ShownSetting } from './fields.ts';

/** The key of a setting's label. */
export function labelKey(name: ShownSetting): StringKey {
  return `settings.${name}.label`;
}

/** The key of the sentence that says what a setting does. */
export function helpKey(name: ShownSetting): StringKey {
  return `settings.${name}.help`;
}

/** The key of one choice of a setting; `STRING_KEYS` has one for each, which a test holds. */
export function choiceKey(name: ShownSetting, choice: string): StringKey {
  return `settings.${name}.${choice}` as StringKey;
}
