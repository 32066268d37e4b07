import type { ComponentChildren } from 'preact';
import type { QuestionKind, QuestionText } from '../../format/question.ts';
import type { TextOfKind } from '../../quiz/index.ts';
import { Choice } from './choice.tsx';
import { Cloze } from './cloze.tsx';
import type { ControlProps } from './control.ts';
import { Match } from './match.tsx';
import { Order } from './order.tsx';
import { TrueFalse } from './true-false.tsx';

/** The form controls of a question of any kind. */
export function Control(props: ControlProps<QuestionText>) {
  // Each control is given only texts of its own kind, which is what its key in the registry says.
  const KindControl: AnyControl = CONTROLS[props.text.kind];
  return <KindControl {...props} />;
}

const CONTROLS = {
  choice: Choice,
  'true-false': TrueFalse,
  cloze: Cloze,
  order: Order,
  match: Match,
} satisfies { readonly [K in QuestionKind]: (props: ControlProps<TextOfKind[K]>) => ComponentChildren };

/** A method, because methods take parameters of a narrower type. */
type AnyControl = { render(props: ControlProps<QuestionText>): ComponentChildren }['render'];
