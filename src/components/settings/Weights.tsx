import { useSignal } from '@preact/signals';
import { DEFAULT_WEIGHTS, findWeightsFault } from '../../scheduler/index.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import { isSame, keep } from './settings-run.ts';

interface Props {
  readonly study: Study;
  readonly texts: Texts;
  readonly onKeep: (saving: Promise<boolean>) => void;
}

/** The weights of FSRS: those in force, and others pasted in. */
export function Weights({ study, texts, onKeep }: Props) {
  const { weights } = study.schedule.value.options;
  const typed = useSignal<string | undefined>(undefined);
  const problem = useSignal('');
  const choose = (chosen: readonly number[], words: readonly string[] = []) => {
    problem.value = describeProblem(chosen, words, texts);
    if (problem.value !== '') return;
    typed.value = undefined;
    if (isSame(chosen, study.schedule.peek().options.weights)) return;
    onKeep(keep(study, [{ ...study.now(), type: 'parameters.changed', weights: chosen, reason: 'chosen' }]));
  };
  return (
    <form
      class="recall-settings__row recall-settings__row--weights"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.value === undefined) return;
        const words = splitNumbers(typed.value);
        choose(words.map(Number), words);
      }}
    >
      <label class="recall-settings__label" for="setting-weights">
        {texts('settings.weights.label')}
      </label>
      <p id="setting-weights-help" class="recall-settings__help">
        {texts('settings.weights.help')}
      </p>
      <textarea
        id="setting-weights"
        rows={4}
        spellcheck={false}
        aria-describedby="setting-weights-help"
        aria-invalid={problem.value !== ''}
        aria-errormessage={problem.value ? 'setting-weights-problem' : undefined}
        value={typed.value ?? weights.join(', ')}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
      />
      <span id="setting-weights-problem" class="recall-settings__problem" role="alert">
        {problem.value}
      </span>
      <span class="recall-settings__actions">
        <button type="submit" class="recall-settings__action" disabled={typed.value === undefined}>
          {texts('settings.weights.use')}
        </button>
        {!isSame(weights, DEFAULT_WEIGHTS) && (
          <button type="button" class="recall-settings__action" onClick={() => choose(DEFAULT_WEIGHTS)}>
            {texts('settings.default')}
          </button>
        )}
      </span>
    </form>
  );
}

/** Numbers however they were copied: with commas, spaces, brackets or line ends between them. */
function splitNumbers(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split(/[\s,;、[\]()]+/)
    .filter((word) => word !== '');
}

/** Why weights are refused, as the learner wrote them; empty if they are not. */
function describeProblem(weights: readonly number[], words: readonly string[], texts: Texts): string {
  const fault = findWeightsFault(weights);
  if (!fault) return '';
  if (fault.kind === 'count') return texts('settings.weights.count', { count: fault.count });
  const { index, least, most } = fault;
  return texts('settings.weights.number', { place: index + 1, least, most, value: words[index] ?? '' });
}
