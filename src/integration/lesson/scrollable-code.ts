import type { StarlightExpressiveCodeOptions } from '@astrojs/starlight/expressive-code';

type Plugin = NonNullable<StarlightExpressiveCodeOptions['plugins']>[number];

/**
 * For Expressive Code: a block of code that may be wider than the screen takes the focus, so that keys scroll it, as a
 * group. By itself Expressive Code makes each one that is too wide a region, and a page landmarks without a name; what has
 * the focus already it leaves, and where all of it fits it takes both away.
 */
export function scrollableCode(): Plugin {
  return {
    name: 'recall-scrollable-code',
    hooks: {
      postprocessRenderedBlock: ({ renderData: { blockAst } }) => {
        const [pre] = findAll(blockAst, 'pre');
        if (pre) Object.assign(pre.properties, { tabIndex: 0, role: 'group' });
      },
    },
  };
}

type Element = Parameters<
  NonNullable<NonNullable<Exclude<Plugin, unknown[]>['hooks']>['postprocessRenderedBlock']>
>[0]['renderData']['blockAst'];

function findAll(element: Element, tagName: string): Element[] {
  if (element.tagName === tagName) return [element];
  return element.children.flatMap((child) => (child.type === 'element' ? findAll(child, tagName) : []));
}
