import { useSignal } from '@preact/signals';
import { DEFAULT_WEIGHTS, findWeightsProblem } from '../../scheduler/index.ts';
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
  const isWrong = useSignal(false);
  const choose = (chosen: readonly number[]) => {
    isWrong.value = findWeightsProblem(chosen) !== undefined;
    if (isWrong.value) return;
    typed.value = undefined;
    if (isSame(chosen, study.schedule.peek().options.weights)) return;
    onKeep(keep(study, [{ ...study.now(), type: 'parameters.changed', weights: chosen, reason: 'chosen' }]));
  };
  return (
    <form
      class="recall-settings__row recall-settings__row--weights"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.value !== undefined) choose(parseWeightsText(typed.value));
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
        aria-invalid={isWrong.value}
        aria-errormessage={isWrong.value ? 'setting-weights-problem' : undefined}
        value={typed.value ?? weights.join(', ')}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
      />
      <span id="setting-weights-problem" class="recall-settings__problem" role="alert">
        {isWrong.value && texts('settings.weights.problem')}
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
function parseWeightsText(text: string): readonly number[] {
  return text
    .normalize('NFKC')
    .split(/[\s,;、[\]()]+/)
    .filter((word) => word !== '')
    .map(Number);
}
