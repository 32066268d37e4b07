/** Start of the element ids that notes have in lessons, so that none collides with a heading's. */
export const NOTE_ANCHOR_PREFIX = 'note-';
