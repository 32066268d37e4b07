// Lights the lesson under the pointer or the focus, with what it needs and what it leads to.
const drawing = document.getElementById('recall-map');
const caption = document.getElementById('recall-map-name');
const lines = [...(drawing?.querySelectorAll<SVGPathElement>('[data-from]') ?? [])];
const dots = [...(drawing?.querySelectorAll<SVGAElement>('[data-lesson]') ?? [])];

function light(target: EventTarget | null) {
  const lit = target instanceof Element ? target.closest<SVGAElement>('[data-lesson]') : null;
  const lesson = lit?.dataset.lesson;
  drawing?.classList.toggle('is-lit', lesson !== undefined);
  const near = new Set([lesson]);
  for (const edge of lines) {
    const { from, to } = edge.dataset;
    const isNear = lesson !== undefined && (from === lesson || to === lesson);
    edge.classList.toggle('is-lit', isNear);
    if (isNear) near.add(from).add(to);
  }
  for (const node of dots) node.classList.toggle('is-lit', near.has(node.dataset.lesson));
  if (caption) caption.textContent = lit?.getAttribute('aria-label') ?? '';
}

drawing?.addEventListener('pointerover', ({ target }) => light(target));
drawing?.addEventListener('pointerleave', () => light(document.activeElement));
drawing?.addEventListener('focusin', ({ target }) => light(target));
drawing?.addEventListener('focusout', () => light(null));
