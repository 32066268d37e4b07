import { escapeXml } from './xml.ts';

/** A changed lesson. */
export interface FeedItem {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly changedAt: Date;
}

/** What a feed says of itself. */
export interface FeedChannel {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Where the course is read. */
  readonly url: string;
  readonly feedUrl: string;
}

/** RSS 2.0 of the lessons that changed last, newest first. A lesson that changes again is a new item. */
export function createFeed(channel: FeedChannel, items: readonly FeedItem[]): string {
  const newest = [...items]
    .sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime() || (a.url < b.url ? -1 : 1))
    .slice(0, LONGEST);
  const built = newest[0] ? `<lastBuildDate>${newest[0].changedAt.toUTCString()}</lastBuildDate>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${escapeXml(channel.title)}</title>
<link>${escapeXml(channel.url)}</link>
<description>${escapeXml(channel.description)}</description>
<language>${escapeXml(channel.language)}</language>
<atom:link href="${escapeXml(channel.feedUrl)}" rel="self" type="application/rss+xml"/>${built}
${newest.map(formatItem).join('\n')}
</channel></rss>
`;
}

function formatItem({ url, title, description, changedAt }: FeedItem): string {
  const id = `${url}#${changedAt.toISOString().slice(0, 10)}`;
  return `<item><title>${escapeXml(title)}</title><link>${escapeXml(url)}</link><description>${escapeXml(description)}</description><pubDate>${changedAt.toUTCString()}</pubDate><guid isPermaLink="false">${escapeXml(id)}</guid></item>`;
}

/** Enough for a reader who was away for months. */
const LONGEST = 50;
