/** Everything may be read; where the site's URL is known, the sitemap is named. */
export function createRobotsText(siteUrl: string | undefined): string {
  return `User-agent: *\nAllow: /\n${siteUrl ? `\nSitemap: ${siteUrl}sitemap-index.xml\n` : ''}`;
}
