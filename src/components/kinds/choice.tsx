import type { ChoiceText } from '../../format/question.ts';
import { presentQuestion } from '../../quiz/index.ts';
import { Html } from '../quiz/Html.tsx';
import type { ControlProps } from './control.ts';
import { MarkLabel } from './MarkLabel.tsx';

/** Radio buttons, or checkboxes where several are right; after the answer each option with its feedback. */
export function Choice({
  text,
  seed,
  name,
  language,
  response,
  outcome,
  texts,
  onChange,
}: ControlProps<ChoiceText>) {
  const chosen = response && 'keys' in response ? response.keys : [];
  const toggle = (key: string, isChosen: boolean) => {
    const others = text.multiple ? chosen.filter((other) => other !== key) : [];
    onChange({ keys: isChosen ? [...others, key] : others });
  };
  return (
    <>
      <p class="recall-question__task">{texts(text.multiple ? 'quiz.choose-several' : 'quiz.choose-one')}</p>
      <ul class="recall-options">
        {presentQuestion(text, seed).map((key) => {
          const option = text.options.find((candidate) => candidate.key === key);
          const code = outcome?.marks.find((mark) => mark.key === key)?.code;
          return (
            option && (
              <li key={key} class={code && `recall-option--${code}`}>
                <label class="recall-option">
                  <input
                    type={text.multiple ? 'checkbox' : 'radio'}
                    name={name}
                    value={key}
                    checked={chosen.includes(key)}
                    disabled={outcome !== undefined}
                    onChange={(event) => toggle(key, event.currentTarget.checked)}
                  />
                  <Html lang={language} html={option.text} />
                </label>
                <MarkLabel code={code} texts={texts} />
                {outcome && option.feedback && (
                  <Html as="p" class="recall-option__feedback" lang={language} html={option.feedback} />
                )}
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}
