import type { Card } from '../../format/deck.ts';
import type { FactCellText, FactTable, FactTableText } from '../../format/facts.ts';
import type { CardId } from '../../format/id.ts';
import type { Locale, Localized } from '../../format/locale.ts';
import { PREFIX } from '../../format/prefix.ts';
import { digestCard } from '../digest.ts';
import { fill, phrasesOf } from '../phrases.ts';
import type { RenderInline } from '../render-inline.ts';
import { renderRevision } from '../revision.ts';
import type { AuthoredTable, FactCell, FactColumn, FactRow } from './fact-table.ts';
import { cellWords } from './fact-words.ts';
import { rowNote } from './row-note.ts';

/** A fact table as lessons show it, and one card for each studied cell, row by row. */
export function toFacts(
  authored: AuthoredTable,
  locales: readonly Locale[],
  renderIn: (locale: Locale) => RenderInline,
): { readonly table: FactTable; readonly cards: readonly Card[] } {
  const { id, lesson } = authored;
  const texts = localize(locales, (locale) => tableText(authored, locale, renderIn(locale)));
  const cards = authored.rows.flatMap((row) =>
    authored.columns.flatMap((column): Card[] => {
      const cell = row.cells.get(column.id);
      if (cell?.isStudied !== true || column.question === undefined) return [];
      return [cellCard({ authored, row, column, cell }, locales, renderIn)];
    }),
  );
  return { table: { id, lesson, texts }, cards };
}

interface Studied {
  readonly authored: AuthoredTable;
  readonly row: FactRow;
  readonly column: FactColumn;
  readonly cell: FactCell;
}

function cellCard(
  { authored, row, column, cell }: Studied,
  locales: readonly Locale[],
  renderIn: (locale: Locale) => RenderInline,
): Card {
  const faces = locales.map((locale) => {
    const front = fill(column.question?.[locale] ?? '', { row: row.label[locale] ?? '' });
    return { locale, front, back: cellWords(column, cell, locale) ?? '' };
  });
  return {
    id: `${authored.id}.${row.id}.${column.id}` as CardId,
    kind: 'fact',
    note: rowNote(authored.id, row.id),
    lesson: authored.lesson,
    ...renderRevision(cell, renderIn),
    digest: digestCard('fact', faces),
    faces: Object.fromEntries(
      faces.map(({ locale, front, back }) => {
        const render = renderIn(locale);
        const shown = { front: `<p>${render(front)}</p>`, back: `<p>${render(back)}</p>` };
        return [locale, { ...shown, back: shown.back + dateLine(cell, locale) }];
      }),
    ),
  };
}

function dateLine({ asOf }: FactCell, locale: Locale): string {
  if (asOf === undefined) return '';
  const date = `<time datetime="${asOf}">${asOf}</time>`;
  return `<p class="${PREFIX}-as-of">${fill(phrasesOf(locale).asOf, { date })}</p>`;
}

function tableText(authored: AuthoredTable, locale: Locale, render: RenderInline): FactTableText {
  const { title, rowLabel, columns, rows, sources } = authored;
  const show = (texts: Readonly<Record<Locale, string>>) => render(texts[locale] ?? '');
  return {
    title: show(title),
    rowLabel: show(rowLabel),
    columns: columns.map(({ id, label }) => ({ id, label: show(label) })),
    rows: rows.map((row) => ({
      id: row.id,
      label: show(row.label),
      cells: columns.map((column): FactCellText | undefined => {
        const cell = row.cells.get(column.id);
        const words = cellWords(column, cell, locale);
        if (cell === undefined || words === undefined) return undefined;
        const dated = cell.asOf === undefined ? {} : { asOf: cell.asOf };
        return { text: render(words), ...dated, sources: cell.sources };
      }),
    })),
    sources: sources.map(({ title: name, url }) => render(`[${escapeLabel(name)}](<${url}>)`)),
  };
}

/** A source's title is plain text, whose brackets would end the link. */
function escapeLabel(title: string): string {
  return title.replace(/[[\]\\*_`<]/g, '\\$&');
}

function localize<T>(locales: readonly Locale[], textIn: (locale: Locale) => T): Localized<T> {
  return Object.fromEntries(locales.map((locale) => [locale, textIn(locale)]));
}
