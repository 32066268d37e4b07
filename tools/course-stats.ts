import type { CourseStats } from '../src/compile/index.ts';

/** A course in numbers as a table of fixed columns: a line for each lesson, each module and the whole. */
export function formatStats({ modules, total }: CourseStats, locales: readonly string[]): string {
  const rowOf = (name: string, amounts: CourseStats['total']) => [
    name,
    ...locales.map((locale) => amounts.lengths[locale] ?? 0),
    amounts.terms,
    amounts.cards,
    amounts.authored,
    amounts.generated,
    amounts.figures,
  ];
  const lessons = modules.reduce((sum, module) => sum + module.lessons.length, 0);
  const rows = [
    ['lesson', ...locales.map((locale) => LENGTH_LABELS[locale] ?? locale), ...LABELS],
    ...modules.flatMap((module) => [
      ...module.lessons.map(({ id, amounts }) => rowOf(id, amounts)),
      rowOf(`${module.id}: ${module.lessons.length} lessons`, module.total),
      [],
    ]),
    rowOf(`course: ${lessons} lessons`, total),
  ];
  return align(rows);
}

const LENGTH_LABELS: Readonly<Record<string, string>> = { zh: 'zh chars', en: 'en words' };
const LABELS = ['terms', 'cards', 'authored', 'generated', 'figures'];

/** The first column to the left, numbers to the right. */
function align(rows: readonly (readonly (string | number)[])[]): string {
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)),
  );
  const widths = (texts[0] ?? []).map((_, column) =>
    Math.max(...texts.map((row) => row[column]?.length ?? 0)),
  );
  return texts
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
