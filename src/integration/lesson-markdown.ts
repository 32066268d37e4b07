import { fileURLToPath } from 'node:url';
import type { ParagraphData, PhrasingContent } from 'mdast';
import type { MdastNode, MdastPluginDefinition, MdastPluginEntry } from 'satteri';
import { readCard, readSources, readTerm } from '../compile/index.ts';
import { NOTE_ANCHOR_PREFIX } from '../format/anchor.ts';
import type { StringKey } from '../format/strings.ts';

/** Gives an interface text in the language of a content file, by absolute path. */
export type Translate = (file: string, key: StringKey) => string;

/** What {@link lessonMarkdown} needs of the site. */
export interface LessonMarkdownOptions {
  /** The site's base path, with a slash at both ends. */
  readonly base: string;
  readonly translate: Translate;
}

/**
 * The look of the authoring grammar in a lesson's page: terms with their aliases, cards as disclosures that work
 * without JavaScript, sources as a footer. What a node means is read by the compiler, so both always agree.
 */
export function lessonMarkdown({ base, translate }: LessonMarkdownOptions): MdastPluginEntry {
  return ({ fileURL }) => {
    if (!fileURL) return undefined;
    const file = fileURLToPath(fileURL);
    return {
      name: 'recall-lesson',
      link(node, context) {
        // Authors write `/zh/…`; where the site lies is the host's business.
        if (/^\/(?!\/)/.test(node.url)) context.setProperty(node, 'url', base + node.url.slice(1));
      },
      descriptionTerm(node, context) {
        const term = readTerm(node);
        if (!term?.id) return;
        context.setProperty(node, 'data', { hProperties: { id: NOTE_ANCHOR_PREFIX + term.id } });
        const aliases = term.aliases.filter((alias) => alias !== term.name).join(' · ');
        context.setProperty(node, 'children', [
          ...term.directive.children,
          ...(aliases ? [element('span', { class: 'recall-term__aliases' }, [text(aliases)])] : []),
        ]);
      },
      descriptionList(node, context) {
        const isTerms = node.children.some((child) => readTerm(child)?.id);
        if (isTerms) context.setProperty(node, 'data', { hProperties: { class: 'recall-term' } });
      },
      containerDirective(node) {
        const card = readCard(node);
        if (card?.id) {
          return element('details', { class: 'recall-card' }, [
            element('summary', {}, [
              element('span', { class: 'recall-card__label' }, [text(translate(file, 'card.label'))]),
              element('div', { class: 'recall-card__front' }, card.front),
              element('span', { class: 'recall-card__toggle', 'aria-hidden': 'true' }, [
                text(translate(file, 'card.show')),
              ]),
            ]),
            // Browsers open a disclosure by themselves when a link leads to something inside it.
            element(
              'div',
              { class: 'recall-card__back', id: NOTE_ANCHOR_PREFIX + card.id, 'data-pagefind-ignore': '' },
              card.back,
            ),
          ]);
        }
        const sources = readSources(node);
        if (!sources) return;
        return element('footer', { class: 'recall-sources', 'data-pagefind-ignore': '' }, [
          element('p', { class: 'recall-sources__title' }, [text(translate(file, 'sources.title'))]),
          ...node.children,
        ]);
      },
    } satisfies MdastPluginDefinition;
  };
}

function element(
  tagName: string,
  properties: Readonly<Record<string, string>>,
  children: readonly MdastNode[],
): MdastNode {
  // A paragraph may hold anything once it is rendered as another element, as Starlight's own asides do.
  const data: RenderedAs = { hName: tagName, hProperties: properties };
  return { type: 'paragraph', data, children: [...children] as PhrasingContent[] };
}

function text(value: string): MdastNode {
  return { type: 'text', value };
}

/** How a Markdown node says which HTML element it becomes. */
interface RenderedAs extends ParagraphData {
  readonly hName: string;
  readonly hProperties: Readonly<Record<string, string>>;
}
