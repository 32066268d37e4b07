import type { StringKey } from '../../format/strings.ts';
import type { Health } from '../../store/index.ts';

/** The sentences that say how safe the answers are, and why not safer. */
export function describeHealth({ level, reasons }: Health): readonly StringKey[] {
  if (reasons.includes('newer-version')) return ['health.newer-version'];
  if (reasons.includes('storage-missing') && reasons.includes('journal-missing')) return ['health.blocked'];
  if (level === 'durable') return [reasons.includes('storage-low') ? 'health.storage-low' : 'health.durable'];
  return [
    `health.${level}`,
    ...reasons.flatMap((reason) => (reason === 'newer-version' ? [] : [`health.reason.${reason}` as const])),
  ];
}
