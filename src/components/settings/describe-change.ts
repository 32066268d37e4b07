import type { WritableEvent } from '../../format/event.ts';
import { isReschedulingReason } from '../../format/settings.ts';
import type { Texts } from '../texts.ts';
import { FIELD_GROUPS } from './fields.ts';
import { labelKey } from './setting-texts.ts';

/** What a change of settings was about, as the page names it. */
export function describeChange(change: readonly WritableEvent[], texts: Texts): string {
  const names = change.map((event) => {
    if (event.type === 'parameters.changed' && isReschedulingReason(event.reason))
      return texts('settings.reschedule.label');
    if (event.type !== 'settings.changed') return texts('settings.weights.label');
    const field = FIELD_GROUPS.flatMap(({ fields }) => fields).find(({ name }) => name === event.name);
    return field ? texts(labelKey(field.name)) : texts('settings.today-only');
  });
  return [...new Set(names)].join(texts('settings.and'));
}
