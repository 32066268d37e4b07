import type { LessonId, ModuleId } from '../../format/id.ts';
import type { Scope } from '../../quiz/index.ts';
import type { Texts } from '../texts.ts';

/** A module as the choice of questions offers it. */
export interface ModuleChoice {
  readonly id: ModuleId;
  readonly title: string;
}

interface Props {
  readonly scope: Scope;
  readonly modules: readonly ModuleChoice[];
  readonly count: number;
  readonly counts: readonly number[];
  readonly texts: Texts;
  /** What else is to be chosen. */
  readonly onScope: (scope: Scope) => void;
  readonly onCount: (count: number) => void;
}

/** Where the questions come from and how many; a count of 0 stands for all. */
export function SetupFields({ scope, modules, count, counts, texts, onScope, onCount }: Props) {
  return (
    <>
      <label class="recall-field">
        <span>{texts('quiz.scope')}</span>
        <select
          value={formatScope(scope)}
          onChange={({ currentTarget }) => onScope(parseScope(currentTarget.value))}
        >
          <option value="">{texts('quiz.scope.all')}</option>
          {scope.type === 'lesson' && <option value={formatScope(scope)}>{texts('quiz.scope.link')}</option>}
          {modules.map(({ id, title }) => (
            <option key={id} value={formatScope({ type: 'module', module: id })}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label class="recall-field">
        <span>{texts('quiz.count')}</span>
        <select value={String(count)} onChange={({ currentTarget }) => onCount(Number(currentTarget.value))}>
          {counts.map((choice) => (
            <option key={choice} value={String(choice)}>
              {choice === 0 ? texts('quiz.count.all') : choice}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

/** The scope that a link asks for behind `#`: `module=<id>`, `lesson=<id>`, or else the whole course. */
export function parseScope(text: string): Scope {
  const [, type, id] = /^#?(module|lesson)=([a-z0-9/-]+)$/.exec(text) ?? [];
  if (type === 'module') return { type, module: id as ModuleId };
  if (type === 'lesson') return { type, lesson: id as LessonId };
  return { type: 'all' };
}

function formatScope(scope: Scope): string {
  if (scope.type === 'module') return `module=${scope.module}`;
  return scope.type === 'lesson' ? `lesson=${scope.lesson}` : '';
}
