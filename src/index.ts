export type { RecallOptions } from './integration/options.ts';
export { starlightRecall as default } from './integration/plugin.ts';
