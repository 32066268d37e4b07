/**
 * Reads steps as people write them: `1 10`, `1m, 10m`, `1 分钟 1 小时`, `30s` rounded up to a minute. Whole minutes, ascending,
 * each under a day; `undefined` if they are not. Nothing at all means no steps.
 */
export function parseSteps(text: string): readonly number[] | undefined {
  const words = text.normalize('NFKC').toLowerCase().trim();
  if (words === '') return [];
  const steps: number[] = [];
  let rest = words;
  while (rest !== '') {
    const match = STEP.exec(rest);
    if (!match) return undefined;
    const [whole, count = '', unit = 'm'] = match;
    steps.push(Math.ceil(Number(count) * minutesOf(unit)));
    rest = rest.slice(whole.length);
  }
  const isUsable = steps.every((step, index) => step >= (steps[index - 1] ?? 1) && step < 1440);
  return isUsable ? steps : undefined;
}

/** Steps as {@link parseSteps} reads them, whole hours as such: `1m 10m 2h`. */
export function formatSteps(steps: readonly number[]): string {
  return steps.map((step) => (step % 60 === 0 ? `${step / 60}h` : `${step}m`)).join(' ');
}

const STEP = /^(\d+(?:\.\d+)?)\s*(seconds?|s|秒|minutes?|mins?|m|分钟|分|hours?|h|小时)?(?:[\s,;、,]+|$)/;

function minutesOf(unit: string): number {
  if (unit.startsWith('s') || unit === '秒') return 1 / 60;
  return unit.startsWith('h') || unit === '小时' ? 60 : 1;
}
