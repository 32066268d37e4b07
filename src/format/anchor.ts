/** Start of the element ids that notes have in lessons, so that none collides with a heading's. */
export const NOTE_ANCHOR_PREFIX = 'note-';

/** Start of the element ids of a figure, the figure's own being this and its id. */
export const FIGURE_ANCHOR_PREFIX = 'figure-';

/** Start of the element ids that questions have in lessons. */
export const QUESTION_ANCHOR_PREFIX = 'question-';
