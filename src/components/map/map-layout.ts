import type { Module } from '../../format/deck.ts';
import type { LessonId } from '../../format/id.ts';

/** A lesson on the map. Positions are in the units of the drawing. */
export interface MapNode {
  readonly id: LessonId;
  /** Module and place in it, from 1: `4.3`. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

/** A line from a lesson to one that wants it read first. */
export interface MapEdge {
  readonly from: LessonId;
  readonly to: LessonId;
  /** Path data of the line. */
  readonly line: string;
}

/** A course drawn with one column for each module, its lessons from the top down. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly label: string; readonly x: number }[];
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** Radius of a lesson. */
export const RADIUS = 14;

/** Height of the row of module numbers. */
export const HEAD = 30;

/** Places every lesson and every line of a course. */
export function layOutMap(modules: readonly Module[]): MapLayout {
  const nodes = modules.flatMap(({ lessons }, column) =>
    lessons.map(
      ({ id }, row): MapNode => ({
        id,
        label: `${column + 1}.${row + 1}`,
        x: centreOf(column),
        y: HEAD + (row + 0.5) * ROW,
      }),
    ),
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = modules.flatMap(({ lessons }) =>
    lessons.flatMap(({ id, prerequisites = [] }) =>
      prerequisites.flatMap((needed): MapEdge[] => {
        const [from, to] = [byId.get(needed), byId.get(id)];
        return from && to ? [{ from: needed, to: id, line: lineOf(from, to) }] : [];
      }),
    ),
  );
  const rows = Math.max(0, ...modules.map(({ lessons }) => lessons.length));
  return {
    width: modules.length * COLUMN,
    height: HEAD + rows * ROW,
    columns: modules.map((_, column) => ({ label: String(column + 1), x: centreOf(column) })),
    nodes,
    edges,
  };
}

const COLUMN = 46;
const ROW = 40;
/** How far the tip of an arrow stays away from its lesson. */
const GAP = 3;
/** How far a line swings out to pass the lessons between its ends. */
const SWING = 21;

function centreOf(column: number): number {
  return (column + 0.5) * COLUMN;
}

function lineOf(from: MapNode, to: MapNode): string {
  if (from.x === to.x) return downwards(from, to);
  const side = Math.sign(to.x - from.x);
  const [x1, x2] = [from.x + side * RADIUS, to.x - side * (RADIUS + GAP)];
  const reach = Math.max(16, Math.abs(x2 - x1) * 0.5) * side;
  // In one row, a straight line would run through the lessons between.
  const lift = from.y === to.y && Math.abs(to.x - from.x) > COLUMN ? -SWING : 0;
  return `M${x1} ${from.y}C${x1 + reach} ${from.y + lift} ${x2 - reach} ${to.y + lift} ${x2} ${to.y}`;
}

function downwards({ x, y: y1 }: MapNode, { y: y2 }: MapNode): string {
  const down = Math.sign(y2 - y1);
  if (Math.abs(y2 - y1) === ROW) return `M${x} ${y1 + down * RADIUS}V${y2 - down * (RADIUS + GAP)}`;
  const side = x + RADIUS * 0.8;
  const [start, end] = [y1 + down * RADIUS * 0.6, y2 - down * (RADIUS * 0.6 + GAP)];
  return `M${side} ${start}C${x + SWING + 4} ${start + down * 14} ${x + SWING + 4} ${end - down * 14} ${side + 1} ${end}`;
}
