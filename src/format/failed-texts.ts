/** What a lesson says where its quiz cannot be had, in one language. */
export interface FailedTexts {
  readonly reason: string;
  readonly retry: string;
  readonly reload: string;
}
