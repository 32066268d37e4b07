import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Which option is active, and what happens when one is chosen. */
interface Choice {
  /** Id of the active option, or empty. */
  readonly active: string;
  readonly onPoint: (id: string) => void;
  /** A link was followed. */
  readonly onFollow: () => void;
}

/** Given by the list to its options. */
export const ChoiceContext = createContext<Choice>({
  active: '',
  onPoint: () => undefined,
  onFollow: () => undefined,
});

interface Props {
  readonly id: string;
  readonly href: string;
  readonly class?: string;
  readonly lang?: string | undefined;
  readonly children: ComponentChildren;
}

/** One line of the results: a link that the arrows reach while the focus stays in the field. */
export function SearchOption({ id, href, class: name = '', lang, children }: Props) {
  const { active, onPoint, onFollow } = useContext(ChoiceContext);
  return (
    <a
      role="option"
      id={id}
      href={href}
      lang={lang}
      tabIndex={-1}
      aria-selected={id === active}
      class={`recall-search__option ${name}`}
      onPointerMove={() => onPoint(id)}
      onClick={onFollow}
    >
      {children}
    </a>
  );
}
