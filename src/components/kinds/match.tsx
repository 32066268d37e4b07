import type { MatchText } from '../../format/question.ts';
import { presentQuestion, readJoined, writeJoined } from '../../quiz/index.ts';
import { plainText } from '../../search/plain-text.ts';
import { Html } from '../quiz/Html.tsx';
import type { ControlProps } from './control.ts';
import { MarkLabel } from './MarkLabel.tsx';

/** A select of all right sides for each left side; after the answer what belongs there. */
export function Match({
  text,
  seed,
  name,
  language,
  response,
  outcome,
  texts,
  onChange,
}: ControlProps<MatchText>) {
  const joined = readJoined(response);
  const rights = presentQuestion(text, seed).map((key) => ({
    key,
    label: plainText(text.pairs.find((pair) => pair.key === key)?.right ?? ''),
  }));
  const join = (left: string, right: string) => {
    const next = new Map(joined);
    if (right) next.set(left, right);
    else next.delete(left);
    onChange(writeJoined(next));
  };
  return (
    <>
      {!outcome && <p class="recall-question__task">{texts('quiz.match-task')}</p>}
      <ul class="recall-pairs">
        {text.pairs.map(({ key, left, right }) => {
          const code = outcome?.marks.find((mark) => mark.key === key)?.code;
          const id = `${name}-${key}`;
          return (
            <li key={key} class={`recall-pair ${code ? `recall-option--${code}` : ''}`}>
              <label for={id}>
                <Html lang={language} html={left} />
              </label>
              <select
                id={id}
                lang={language}
                value={joined.get(key) ?? ''}
                disabled={outcome !== undefined}
                onChange={(event) => join(key, event.currentTarget.value)}
              >
                <option value="">{texts('quiz.match-none')}</option>
                {rights.map((side) => (
                  <option key={side.key} value={side.key}>
                    {side.label}
                  </option>
                ))}
              </select>
              <MarkLabel code={code} texts={texts} />
              {outcome && code !== 'right' && (
                <p class="recall-option__feedback">
                  {texts('quiz.correct')} <Html lang={language} html={right} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
