import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Response } from '../../format/event.ts';
import { PREFIX } from '../../format/prefix.ts';
import type { Outcome } from '../../quiz/index.ts';
import type { ShownQuestion } from '../decks.ts';
import { Control } from '../kinds/Control.tsx';
import type { Texts } from '../texts.ts';
import { Html } from './Html.tsx';

interface Props {
  readonly question: ShownQuestion;
  readonly seed: number;
  readonly response: Response | undefined;
  /** Where there is one, the form only shows what was answered. */
  readonly outcome?: Outcome | undefined;
  readonly texts: Texts;
  readonly onChange: (response: Response) => void;
  readonly onSubmit: () => void;
  /** What stands below the controls: hints, buttons. */
  readonly children?: ComponentChildren;
}

/** A question with its controls, as a form that Enter submits. */
export function QuestionForm(props: Props) {
  const { question, seed, response, outcome, texts, onChange, onSubmit, children } = props;
  const { text, language } = question;
  const name = `${PREFIX}-${question.id}-${useId()}`;
  return (
    <form
      class="recall-question__form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <fieldset>
        <legend class="recall-question__stem">
          <Html lang={language} html={withSpokenBlank(text.stem, texts('quiz.blank'))} />
        </legend>
        <Control
          text={text}
          seed={seed}
          name={name}
          language={language}
          response={response}
          outcome={outcome}
          texts={texts}
          onChange={onChange}
        />
      </fieldset>
      {children}
    </form>
  );
}

/** A screen reader passes over an empty element in silence. */
function withSpokenBlank(stem: string, word: string): string {
  return stem.replace(EMPTY_BLANK, (open) => `${open}<span class="${PREFIX}-unseen">[${word}]</span>`);
}

const EMPTY_BLANK = new RegExp(`<span class="${PREFIX}-blank">(?=</span>)`);
