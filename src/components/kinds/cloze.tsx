import type { ClozeText } from '../../format/question.ts';
import type { ControlProps } from './control.ts';
import { MarkLabel } from './MarkLabel.tsx';

/** A text field for the blank of the stem; after the answer the accepted one stands below. */
export function Cloze({ text, name, language, response, outcome, texts, onChange }: ControlProps<ClozeText>) {
  const typed = response && 'text' in response ? response.text : '';
  const isRight = outcome?.verdict === 'right';
  return (
    <div class="recall-typed">
      <label for={`${name}-text`}>{texts('quiz.type')}</label>
      <input
        id={`${name}-text`}
        type="text"
        lang={language}
        value={typed}
        maxLength={200}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="done"
        readOnly={outcome !== undefined}
        onInput={(event) => onChange({ text: event.currentTarget.value })}
      />
      {outcome && <MarkLabel code={isRight ? 'right' : 'wrong'} texts={texts} />}
      {outcome && (
        <p>
          {texts('quiz.correct')} <strong lang={language}>{text.accepted[0]}</strong>
        </p>
      )}
    </div>
  );
}
