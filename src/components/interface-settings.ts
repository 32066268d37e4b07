import { INTERFACE_DEFAULTS, type InterfaceSetting } from '../format/settings.ts';
import type { Schedule } from '../scheduler/index.ts';

/** What a learner chose for a setting of the interface; the default where they chose nothing that can be used. */
export function readInterfaceSetting(
  { settings }: Pick<Schedule, 'settings'>,
  name: InterfaceSetting,
): boolean {
  const value = settings.get(name);
  return typeof value === 'boolean' ? value : INTERFACE_DEFAULTS[name];
}
