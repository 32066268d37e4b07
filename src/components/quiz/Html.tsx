import { useMemo } from 'preact/hooks';
import { trustedHtml } from '../trusted-types.ts';

interface Props {
  readonly as?: 'div' | 'span' | 'p';
  readonly class?: string;
  readonly id?: string;
  readonly lang: string;
  readonly html: string;
}

/** HTML that the build rendered from the course's own Markdown. */
export function Html({ as: Element = 'span', html, ...rest }: Props) {
  // Kept while the text stays: Preact would take a new value for a change and parse it again.
  const markup = useMemo(() => ({ __html: trustedHtml(html) }), [html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made at build time, never from a learner's input
  return <Element {...rest} dangerouslySetInnerHTML={markup} />;
}
