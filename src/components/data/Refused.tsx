import type { Texts } from '../texts.ts';
import type { ReadFile } from './read-backup.ts';

interface Props {
  readonly file: Extract<ReadFile, { refusal: unknown }>;
  readonly texts: Texts;
}

/** Says in plain words why a file was not used. */
export function Refused({ file: { name, refusal }, texts }: Props) {
  return (
    <p class="recall-data__warning" role="alert">
      {texts('backup.refused', { name, reason: texts(`backup.refused.${refusal}`) })}
    </p>
  );
}
