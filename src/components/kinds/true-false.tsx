import type { TrueFalseText } from '../../format/question.ts';
import type { ControlProps } from './control.ts';
import { MarkLabel } from './MarkLabel.tsx';

/** Two radio buttons, always in the same order. */
export function TrueFalse({ text, name, response, outcome, texts, onChange }: ControlProps<TrueFalseText>) {
  const given = response && 'truth' in response ? response.truth : undefined;
  const codeOf = (truth: boolean) => {
    if (truth === given) return truth === text.answer ? 'right' : 'wrong';
    return truth === text.answer ? 'missed' : 'left';
  };
  return (
    <ul class="recall-options recall-options--truth">
      {[true, false].map((truth) => {
        const code = outcome && codeOf(truth);
        return (
          <li key={String(truth)} class={code && `recall-option--${code}`}>
            <label class="recall-option">
              <input
                type="radio"
                name={name}
                value={String(truth)}
                checked={given === truth}
                disabled={outcome !== undefined}
                onChange={() => onChange({ truth })}
              />
              <span>{texts(truth ? 'quiz.true' : 'quiz.false')}</span>
            </label>
            <MarkLabel code={code} texts={texts} />
          </li>
        );
      })}
    </ul>
  );
}
