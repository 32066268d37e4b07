interface Props {
  readonly as?: 'div' | 'span' | 'p';
  readonly class?: string;
  readonly id?: string;
  readonly lang: string;
  readonly html: string;
}

/** HTML that the build rendered from the course's own Markdown. */
export function Html({ as: Element = 'span', html, ...rest }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made at build time, never from a learner's input
  return <Element {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
}
