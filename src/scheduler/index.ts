export { type ActKind, findLastAct } from './act.ts';
export { type Allowance, measureAllowance } from './allowance.ts';
export { type Answer, type ItemEvent, itemOf } from './answer.ts';
export { type CurvePoint, drawMemoryCurve } from './curve.ts';
export { elapsedDays, intervalDays, intervalMinutes, learnerDay, startOfDay } from './day.ts';
export {
  type Filtered,
  type FilteredInput,
  type FilteredItem,
  type StudyFilter,
  selectFiltered,
} from './filtered.ts';
export { applyToSchedule, foldLog, type Memories, recallOf, type Schedule } from './fold.ts';
export type { MemoryState } from './fsrs.ts';
export {
  expectedMinutes,
  forecast,
  listStudiedDays,
  measurePace,
  type Streak,
  type StudiedDay,
  streakOf,
} from './habit.ts';
export { historyOf } from './history.ts';
export { type Hold, isHeld } from './hold.ts';
export { type StateName, stateOf } from './item-state.ts';
export { becomesLeech, isLeech } from './leech.ts';
export type { CardMemory } from './memory.ts';
export { DEFAULT_OPTIONS, parseOptions, type SchedulerOptions } from './options.ts';
export { type Preview, type PreviewInput, previewGrades } from './preview.ts';
export { buildQueue, type Queue, type QueueItem, type QueueKind } from './queue.ts';
export { type Review, replayMemory } from './replay.ts';
export { previewReschedule, type Shift, type ShiftInput } from './reschedule.ts';
export { readSetting } from './settings.ts';
export { decodeSchedule, encodeSchedule } from './snapshot.ts';
export type { Phase } from './steps.ts';
export { DEFAULT_WEIGHTS, findWeightsFault, findWeightsProblem, parseWeights } from './weights.ts';
export { estimateReviewsPerDay } from './workload.ts';
