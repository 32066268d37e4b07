import { NOTE_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { FactCellText, FactTable, FactTableText } from '../../format/facts.ts';
import type { StringKey } from '../../format/strings.ts';
import { escapeHtml } from './html.ts';

/** Gives an interface text with `{{name}}` filled in. */
export type Text = (key: StringKey, values?: Readonly<Record<string, string>>) => string;

/**
 * A fact table as HTML. The roles repeat what the elements say, because a phone shows every row as a block, and a
 * table laid out otherwise is no table to a screen reader.
 */
export function renderFactTable({ id }: FactTable, table: FactTableText, text: Text): string {
  const columns = table.columns
    .map(({ label }) => `<th scope="col" role="columnheader">${label}</th>`)
    .join('');
  const rows = table.rows.map((row) => {
    const cells = row.cells.map((cell, index) => {
      const label = toAttribute(table.columns[index]?.label ?? '');
      return `<td role="cell" data-label="${label}"><span>${renderCell(cell, text)}</span></td>`;
    });
    const anchor = `${NOTE_ANCHOR_PREFIX}${id}.${row.id}`;
    return `<tr role="row" id="${anchor}"><th scope="row" role="rowheader">${row.label}</th>${cells.join('')}</tr>`;
  });
  const sources = table.sources.map((source) => `<li>${source}</li>`).join('');
  return [
    `<figure class="recall-facts not-content" id="${NOTE_ANCHOR_PREFIX}${id}">`,
    `<table role="table"><caption>${table.title}</caption>`,
    `<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${table.rowLabel}</th>${columns}</tr></thead>`,
    `<tbody role="rowgroup">${rows.join('')}</tbody></table>`,
    `<figcaption data-pagefind-ignore>${escapeHtml(text('facts.sources'))}<ol>${sources}</ol></figcaption></figure>`,
  ].join('');
}

function renderCell(cell: FactCellText | undefined, text: Text): string {
  if (!cell) return `<span class="recall-facts__unknown">${escapeHtml(text('facts.unknown'))}</span>`;
  const asOf = cell.asOf ? ` <small>${escapeHtml(text('facts.as-of', { date: cell.asOf }))}</small>` : '';
  const sources =
    cell.sources.length > 0 ? `<sup>${cell.sources.map((number) => `[${number}]`).join('')}</sup>` : '';
  return `${cell.text}${asOf}${sources}`;
}

/** HTML without its elements, as it may stand in an attribute; its entities are there already. */
function toAttribute(html: string): string {
  return html.replace(/<[^>]*>/g, '').replaceAll('"', '&quot;');
}
