import type { Health } from '../../store/index.ts';

/** How safe the answers are, in two words. */
export function describeKeeping({
  level,
  reasons,
}: Health): 'kept.saved' | 'kept.partly' | 'kept.nowhere' | 'kept.newer' {
  if (reasons.includes('newer-version')) return 'kept.newer';
  if (level === 'memory-only') return 'kept.nowhere';
  return level === 'local-only' ? 'kept.partly' : 'kept.saved';
}
