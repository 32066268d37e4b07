import type { Plugin } from 'vite';
import { PREFIX } from '../format/prefix.ts';

/**
 * Takes Starlight's scripts of the page frame out of a build, which it would put into every page:
 * `components/frame/sidebar-pane.ts` does what they do. Only for sites whose frame and sidebar are not their own.
 */
export function sharedFrameScripts(): Plugin {
  return {
    name: `${PREFIX}-frame-scripts`,
    enforce: 'pre',
    apply: 'build',
    transform: (_, id) => (FRAME_SCRIPTS.test(id) ? { code: '', map: null } : undefined),
  };
}

const FRAME_SCRIPTS =
  /\/@astrojs\/starlight\/.*\/(?:PageFrame\.astro\?astro&type=script|SidebarPersistState(?:\.[jt]s)?$)/;
