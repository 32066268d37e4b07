/** Whether `Started.astro` found that this reader has studied before. */
export function hasStarted(): boolean {
  return 'recallStarted' in document.documentElement.dataset;
}
