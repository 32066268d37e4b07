import type { SearchIndex } from '../../format/search.ts';
import type { Texts } from '../texts.ts';
import type { Scope } from './results.ts';

interface Props {
  readonly scope: Scope;
  readonly modules: SearchIndex['modules'];
  readonly texts: Texts;
  readonly onChange: (scope: Partial<Scope>) => void;
}

const KINDS = ['all', 'concept', 'lesson', 'items'] as const;

/** What of the course is searched: one kind or all, one module or all. */
export function SearchFilters({ scope, modules, texts, onChange }: Props) {
  return (
    <div class="recall-search__filters">
      <fieldset aria-label={texts('search.kind')} class="recall-search__kinds">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class="recall-search__filter"
            aria-pressed={scope.kind === kind}
            onClick={() => onChange({ kind })}
          >
            {texts(`search.kind.${kind}`)}
          </button>
        ))}
      </fieldset>
      <select
        class="recall-search__module"
        aria-label={texts('search.module')}
        value={scope.module}
        onChange={({ currentTarget }) => onChange({ module: currentTarget.value })}
      >
        <option value="">{texts('search.module.all')}</option>
        {modules.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
