import type { Plugin } from 'vite';
import { PREFIX } from '../format/prefix.ts';

/**
 * Serves `virtual:<prefix>/<name>` modules, one per entry; each exports the named values as JSON.
 * Values are read at load time, so that a development server sees the newest ones after an invalidation.
 */
export function virtualModules(modules: Readonly<Record<string, () => Record<string, unknown>>>): Plugin {
  return {
    name: `${PREFIX}-virtual-modules`,
    resolveId: (id) => (moduleName(id) in modules ? `\0${id}` : undefined),
    load: (id) => {
      if (!id.startsWith('\0')) return;
      const values = modules[moduleName(id.slice(1))]?.();
      if (!values) return;
      return Object.entries(values)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}

/**
 * As {@link virtualModules}, for what only pages rendered at build time import: the values themselves, handed over in the
 * memory of this process. As source text a large course would be parsed, bundled and parsed once more.
 */
export function handedModules(modules: Readonly<Record<string, () => Record<string, unknown>>>): Plugin {
  return {
    name: `${PREFIX}-handed-modules`,
    resolveId: (id) => (moduleName(id) in modules ? `\0${id}` : undefined),
    load: (id) => {
      const name = id.startsWith('\0') ? moduleName(id.slice(1)) : '';
      const values = modules[name]?.();
      if (!values) return;
      const handed = `${PREFIX}/${name}`;
      Object.assign(globalThis, { [Symbol.for(handed)]: values });
      return Object.keys(values)
        .map((key) => `export const ${key} = globalThis[Symbol.for(${JSON.stringify(handed)})].${key};`)
        .join('\n');
    },
  };
}

/** The id under which Vite's module graph knows a virtual module. */
export function virtualModuleId(name: string): string {
  return `\0virtual:${PREFIX}/${name}`;
}

function moduleName(id: string): string {
  const start = `virtual:${PREFIX}/`;
  return id.startsWith(start) ? id.slice(start.length) : '';
}
