import { options } from 'virtual:recall/options';
import type { ComponentChildren } from 'preact';
import { scriptLanguage } from '../../search/script-language.ts';
import type { Texts } from '../texts.ts';
import type { ConceptMemory } from './concept-memory.ts';
import { Marked } from './Marked.tsx';
import type { ConceptLine, ItemLine, LessonLine } from './results.ts';
import { SearchOption } from './SearchOption.tsx';

interface Named {
  readonly texts: Texts;
  /** Start of the ids of this list's options. */
  readonly prefix: string;
}

/** A part of the list with its name. */
export function Group({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a listbox may hold groups, and no fieldset
    <div role="group" aria-labelledby={id} class="recall-search__group">
      <div id={id} role="presentation" class="recall-search__group-title">
        {title}
      </div>
      {children}
    </div>
  );
}

/** The concepts that were found, with what the reader knows of them. */
export function ConceptOptions({
  lines,
  texts,
  language,
  prefix,
  memoryOf,
}: Named & {
  readonly lines: readonly ConceptLine[];
  /** Tag of the language that is searched. */
  readonly language: string;
  readonly memoryOf: ((concept: ConceptLine['concept']['id']) => ConceptMemory) | undefined;
}) {
  return (
    <>
      {lines.map(({ concept, href, title, by, note }, at) => {
        const memory = memoryOf?.(concept.id);
        return (
          <SearchOption key={concept.id} id={`${prefix}-${at}`} href={href} class="recall-search__concept">
            <span class="recall-search__line">
              <span class="recall-search__name" lang={concept.locale && options.languages[concept.locale]}>
                <Marked segments={title} />
              </span>
              {concept.others.map(({ locale, name }) => (
                <span key={locale} class="recall-search__other" lang={options.languages[locale]}>
                  {name}
                </span>
              ))}
              {by !== undefined && (
                <span class="recall-search__by" lang={scriptLanguage(by, language, options.languages)}>
                  {by}
                </span>
              )}
              {memory && (
                <span class={`recall-search__memory recall-search__memory--${memory.state}`}>
                  {memoryText(memory, texts)}
                </span>
              )}
            </span>
            <span class="recall-search__definition">{note?.definition}</span>
            <span class="recall-search__place">{note?.title}</span>
          </SearchOption>
        );
      })}
    </>
  );
}

/** The pages that were found, each followed by the places in it. */
export function LessonOptions({
  lines,
  prefix,
}: Pick<Named, 'prefix'> & { readonly lines: readonly LessonLine[] }) {
  return (
    <>
      {lines.map(({ href, title, module, excerpt, sections }, at) => (
        <div key={href} role="presentation" class="recall-search__lesson">
          <SearchOption id={`${prefix}-${at}`} href={href}>
            <span class="recall-search__line">
              <span class="recall-search__name">
                <Marked segments={title} />
              </span>
              {module && <span class="recall-search__place">{module}</span>}
            </span>
            {excerpt.length > 0 && (
              <span class="recall-search__excerpt">
                <Marked segments={excerpt} />
              </span>
            )}
          </SearchOption>
          {sections.map((section, place) => (
            <SearchOption
              key={section.href}
              id={`${prefix}-${at}-${place}`}
              href={section.href}
              class="recall-search__section"
            >
              <span class="recall-search__heading">
                <Marked segments={section.title} />
              </span>
              <span class="recall-search__excerpt">
                <Marked segments={section.excerpt} />
              </span>
            </SearchOption>
          ))}
        </div>
      ))}
    </>
  );
}

/** Cards and questions that were found, without their answers. */
export function ItemOptions({ lines, texts, prefix }: Named & { readonly lines: readonly ItemLine[] }) {
  return (
    <>
      {lines.map(({ kind, href, title, lesson }, at) => (
        <SearchOption
          key={title.map(({ text }) => text).join('')}
          id={`${prefix}-${at}`}
          href={href}
          class="recall-search__item"
        >
          <span class="recall-search__line">
            <span class="recall-search__kind">{texts(`search.${kind}`)}</span>
            <span>
              <Marked segments={title} />
            </span>
          </span>
          <span class="recall-search__place">{lesson}</span>
        </SearchOption>
      ))}
    </>
  );
}

function memoryText(memory: ConceptMemory, texts: Texts): string {
  if (memory.state !== 'known') return texts(`search.state.${memory.state}`);
  return texts('search.state.known', { percent: Math.floor(memory.known * 100) });
}
