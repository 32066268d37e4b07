/** What one folder of `src/` may use. In package names a `*` at the end stands for any rest. */
export interface Room {
  /** Other folders whose files it may import. */
  readonly folders: readonly string[];
  readonly packages: readonly string[];
  /** Packages from which it may import types only. */
  readonly typePackages?: readonly string[];
  /** Globals that its files do not touch, as they are written: `document`, `Date.now`. */
  readonly forbiddenGlobals?: readonly string[];
  /** The files that may touch them all the same. */
  readonly exemptFiles?: readonly string[];
}

const DOM: readonly string[] = ['document', 'window'];
const STORAGE: readonly string[] = ['localStorage', 'sessionStorage', 'indexedDB'];
const CLOCK: readonly string[] = ['Date.now', 'new Date()', 'performance.now'];
const CHANCE: readonly string[] = ['Math.random'];

/** The house: every folder of `src/`, and the one file beside them, with what each may use. */
export const HOUSE: Readonly<Record<string, Room>> = {
  'index.ts': { folders: ['integration'], packages: [] },
  format: { folders: [], packages: [] },
  compile: {
    folders: ['format'],
    packages: ['zod', 'js-yaml-5', 'yaml', 'satteri'],
    typePackages: ['mdast'],
  },
  quiz: {
    folders: ['format'],
    packages: [],
    forbiddenGlobals: [...DOM, ...STORAGE, ...CLOCK],
  },
  scheduler: {
    folders: ['format'],
    packages: ['ts-fsrs'],
    forbiddenGlobals: [...DOM, ...STORAGE, ...CLOCK, ...CHANCE],
  },
  store: {
    folders: ['format'],
    packages: [],
    forbiddenGlobals: DOM,
    exemptFiles: ['src/store/browser.ts'],
  },
  search: {
    folders: ['format'],
    packages: [],
    forbiddenGlobals: [...DOM, ...STORAGE, ...CLOCK, ...CHANCE],
  },
  components: {
    folders: ['format', 'quiz', 'scheduler', 'store', 'search'],
    packages: [
      'astro',
      'astro/*',
      'astro:*',
      'preact',
      'preact/hooks',
      '@preact/signals',
      'virtual:*',
      '@astrojs/starlight/components',
    ],
  },
  routes: {
    folders: ['format', 'components', 'search'],
    packages: ['astro', 'astro:content', '@astrojs/starlight/*', 'virtual:*'],
  },
  offline: { folders: ['format'], packages: ['workbox-*'] },
  integration: {
    folders: ['format', 'compile', 'offline', 'search'],
    packages: [
      'astro',
      'astro/*',
      '@astrojs/*',
      'fontkitten',
      'pagefind',
      'sharp',
      'vite',
      'zod',
      'workbox-build/*',
      'node:*',
    ],
    typePackages: ['satteri', 'mdast', 'hast'],
  },
};

/** Packages that one file wraps for all others. */
export const WRAPPED_PACKAGES: readonly string[] = ['ts-fsrs'];

/** Names that say nothing of what a file is for. */
export const EMPTY_NAMES: readonly string[] = ['utils', 'util', 'helpers', 'helper', 'common', 'lib', 'misc'];

/** Words of the course's subject, which the engine does not know. `virtual:` modules are none of them. */
export const SUBJECT: RegExp =
  /\b(?:kvm|qemu|xen|vmware|hyper-?v|virtualbox|proxmox|libvirt|virtio|docker\w*|podman|containerd|kubernetes|hypervisors?|(?:para|full-)?virtuali[sz]\w*|virtual[ -]machines?|virtdeck)\b|虚拟化|虚拟机|容器|镜像|宿主机/giu;
