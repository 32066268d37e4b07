import type { LessonId, ModuleId } from '../../format/id.ts';

/** Where cards come from: the modules of the course with their lessons, as the build knows them. */
export type CoursePlaces = readonly {
  readonly id: ModuleId;
  readonly title: string;
  readonly lessons: readonly { readonly id: LessonId; readonly title: string }[];
}[];
