export { readCard } from './card.ts';
export { type CompileResult, compile } from './compile.ts';
export { formatIssue } from './issue.ts';
export { toLessonDeck, toManifest } from './manifest.ts';
export type { CourseSource, SourceFile } from './source.ts';
export { readSources } from './sources.ts';
export { readTerm } from './term.ts';
