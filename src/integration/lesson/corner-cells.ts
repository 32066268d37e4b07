import type { HastPluginDefinition } from 'satteri';

/** A table's corner without a text is a cell, and no header that says nothing. Markdown writes headers only. */
export function cornerCells(): HastPluginDefinition {
  return {
    name: 'recall-corner-cells',
    element: {
      filter: ['th'],
      visit(node, context) {
        if (context.textContent(node).trim() !== '') return;
        return { type: 'element', tagName: 'td', properties: { ...node.properties }, children: [] };
      },
    },
  };
}
