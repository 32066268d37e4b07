/** What the bar says that offers a new version of the site, in one language. */
export interface UpdateTexts {
  readonly ready: string;
  readonly accept: string;
  readonly later: string;
  /** Until the browser has let the old version finish what it is at. */
  readonly running: string;
}
