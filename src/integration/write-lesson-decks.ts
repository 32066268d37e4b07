import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LessonDeck } from '../format/deck.ts';
import { packLesson } from '../format/pack-lesson.ts';
import { lessonDeckPath } from '../format/paths.ts';

/**
 * Writes the decks of all lessons, by `<locale>/<lesson>`, into a finished build. A development server has a route for them;
 * to render thousands of files as pages would take a build longer than to make what is in them.
 */
export function writeLessonDecks(dist: string, decks: Readonly<Record<string, LessonDeck>>): void {
  const folders = new Set<string>();
  for (const [key, deck] of Object.entries(decks)) {
    const [locale = ''] = key.split('/');
    const file = path.join(dist, lessonDeckPath(locale, deck.lesson));
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    // Not waited for: that takes longer than the writing.
    writeFileSync(file, JSON.stringify(packLesson(deck)));
  }
}
