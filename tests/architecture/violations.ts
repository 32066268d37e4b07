import { posix } from 'node:path';
import { EMPTY_NAMES, HOUSE, type Room, SUBJECT, WRAPPED_PACKAGES } from './house.ts';
import { type Import, readUsage, type SourceText, type Usage } from './imports.ts';

/** One sentence for everything in the files of `src/` that breaks the house's rules, in the files' order. */
export function findViolations(files: readonly SourceText[]): string[] {
  const modules = files
    .filter((file) => /\.(?:tsx?|astro)$/.test(file.path))
    .map((file) => ({ path: file.path, ...readUsage(file) }));
  return [
    ...files.flatMap(nameViolations),
    ...files.flatMap(subjectViolations),
    ...modules.flatMap(importViolations),
    ...modules.flatMap(globalViolations),
    ...wrapperViolations(modules),
    ...cycleViolations(modules),
  ];
}

interface Module extends Usage {
  readonly path: string;
}

function nameViolations({ path }: SourceText): string[] {
  const room = roomOf(path);
  const empty = path.split('/').find((segment) => EMPTY_NAMES.includes(segment.split('.')[0] ?? ''));
  return [
    ...(room in HOUSE
      ? []
      : [`${path} is in “${room}”, which is no part of the house: it has ${list(Object.keys(HOUSE))}.`]),
    ...(empty ? [`${path} says nothing by the name “${empty}”: name the one thing that it is.`] : []),
  ];
}

function subjectViolations({ path, text }: SourceText): string[] {
  const words = new Set(text.match(SUBJECT));
  return [...words].map(
    (word) => `${path} says “${word}”, but the engine does not know what a course is about.`,
  );
}

function importViolations({ path, imports }: Module): string[] {
  const name = roomOf(path);
  const room = HOUSE[name];
  if (!room) return [];
  return imports.flatMap((entry) => {
    const target = resolveRelative(path, entry.specifier);
    if (target === undefined)
      return isPackageAllowed(room, entry) ? [] : [packageSentence(path, entry, name, room)];
    if (!target.startsWith('src/'))
      return [`${path} imports ${target}, but nothing in src/ imports from outside of it.`];
    const other = roomOf(target);
    if (other === name || room.folders.includes(other)) return [];
    const allowed = name in HOUSE && name !== 'index.ts' ? [name, ...room.folders] : room.folders;
    return [`${path} imports ${target}, but ${name} may import only from ${list(allowed)}.`];
  });
}

function packageSentence(path: string, { specifier }: Import, name: string, room: Room): string {
  const types = (room.typePackages ?? []).map((pattern) => `${pattern} (types only)`);
  const allowed = [...room.packages, ...types];
  const rule = allowed.length > 0 ? `may use only the packages ${list(allowed)}` : 'may use no package';
  return `${path} imports ${specifier}, but ${name} ${rule}.`;
}

function isPackageAllowed(room: Room, { specifier, isTypeOnly }: Import): boolean {
  const patterns = [...room.packages, ...(isTypeOnly ? (room.typePackages ?? []) : [])];
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? specifier.startsWith(pattern.slice(0, -1)) : specifier === pattern,
  );
}

function globalViolations({ path, globals }: Module): string[] {
  const name = roomOf(path);
  const room = HOUSE[name];
  if (!room?.forbiddenGlobals || room.exemptFiles?.includes(path)) return [];
  const { forbiddenGlobals, exemptFiles = [] } = room;
  const except = exemptFiles.length > 0 ? ` outside of ${list(exemptFiles)}` : '';
  return forbiddenGlobals
    .filter((global) => globals.has(global))
    .map((global) => `${path} uses ${global}, but ${name} never uses ${list(forbiddenGlobals)}${except}.`);
}

function wrapperViolations(modules: readonly Module[]): string[] {
  return WRAPPED_PACKAGES.flatMap((name) => {
    const users = modules.filter(({ imports }) => imports.some(({ specifier }) => specifier === name));
    if (users.length < 2) return [];
    return [
      `${name} is imported by ${list(users.map(({ path }) => path))}, but exactly one file may wrap it.`,
    ];
  });
}

/** Each cycle of files once, from its alphabetically first one. Type imports count: a cycle of ideas is one too. */
function cycleViolations(modules: readonly Module[]): string[] {
  const targets = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.map(({ specifier }) => resolveRelative(path, specifier) ?? ''),
    ]),
  );
  const cycles = new Set<string>();
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.add(fromFirst(trail.slice(start)).join(' → '));
    if (start >= 0 || finished.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return [...cycles].map(
    (cycle) => `${cycle} is a cycle of imports: move what both need into a file of its own.`,
  );
}

function fromFirst(cycle: readonly string[]): string[] {
  const first = cycle.indexOf([...cycle].sort()[0] ?? '');
  const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
  return [...turned, ...turned.slice(0, 1)];
}

/** The folder of `src/` that a path lies in, or the name of a file that lies in none. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** A relative specifier as a path from the project's root; `undefined` for a package. */
function resolveRelative(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
