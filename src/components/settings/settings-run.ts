import type { EventDraft, JsonValue, WritableEvent } from '../../format/event.ts';
import { INTERFACE_DEFAULTS, type InterfaceSetting, type SchedulerSetting } from '../../format/settings.ts';
import { DEFAULT_OPTIONS, findLastAct, readSetting, type Schedule } from '../../scheduler/index.ts';
import { readInterfaceSetting } from '../interface-settings.ts';
import type { Study } from '../study.ts';
import type { ShownSetting } from './fields.ts';

/** The value in force of a setting. */
export function currentValue(schedule: Schedule, name: ShownSetting): JsonValue {
  return isInterfaceSetting(name)
    ? readInterfaceSetting(schedule, name)
    : readSetting(schedule.options, name);
}

/** The value that holds where nothing was chosen. */
export function defaultValue(name: ShownSetting): JsonValue {
  return isInterfaceSetting(name) ? INTERFACE_DEFAULTS[name] : readSetting(DEFAULT_OPTIONS, name);
}

/** Whether two values of settings say the same. */
export function isSame(a: JsonValue, b: JsonValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Stores a setting; a value that is in force already leaves no event. Resolves to whether it is safely kept. */
export async function changeSetting(study: Study, name: ShownSetting, value: JsonValue): Promise<boolean> {
  if (isSame(currentValue(study.schedule.peek(), name), value)) return true;
  return keep(study, [{ ...study.now(), type: 'settings.changed', name, value }]);
}

/** Appends what belongs together as one act. Resolves to whether it is safely kept. */
export async function keep(study: Study, drafts: readonly EventDraft[]): Promise<boolean> {
  const { saved } = study.log.appendAll(drafts);
  const { local, journal } = await saved;
  return local || journal;
}

/** The newest change of settings that can be taken back; empty if there is none. */
export function lastChange(study: Study): readonly WritableEvent[] {
  return findLastAct(study.log.events(), study.now(), 'settings');
}

/** Takes back the newest change of settings. */
export async function undoLastChange(study: Study): Promise<boolean> {
  const now = study.now();
  const change = lastChange(study);
  if (change.length === 0) return true;
  return keep(
    study,
    change.map(({ id }) => ({ ...now, type: 'review.undone', target: id })),
  );
}

function isInterfaceSetting(name: ShownSetting | SchedulerSetting): name is InterfaceSetting {
  return Object.hasOwn(INTERFACE_DEFAULTS, name);
}
