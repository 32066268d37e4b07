/** The site has another course now than the one that this page began with: the page has to be loaded anew. */
export class CourseChangedError extends Error {}
