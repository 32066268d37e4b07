import { readClock } from './answers.ts';
import { formatMoment } from './date-text.ts';
import { takeBack } from './merge-offer.ts';
import type { SectionProps } from './section.ts';

/** The backups that were merged so far, the newest first, each with the way to take it back. */
export function ImportList({ log, texts, language }: SectionProps) {
  const imports = log.imports().toSorted((a, b) => b.event.at - a.event.at);
  if (imports.length === 0) return null;
  return (
    <details class="recall-data__imports">
      <summary>{texts('backup.imports.title')}</summary>
      <ul>
        {imports.map(({ event, isUndone }) => (
          <li key={event.id}>
            <span>
              {formatMoment(event.at, language)} · {texts.count('backup.imports.item', event.count)}
              {isUndone && ` · ${texts('backup.imports.undone')}`}
            </span>
            {!isUndone && (
              <button
                type="button"
                class="recall-data__button"
                onClick={() => takeBack(log, [event.id], readClock())}
              >
                {texts('backup.take-back')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
