import type { WorkerReply, WorkerRequest } from '../../format/offline.ts';

/** The last word of the worker on a request. */
export type WorkerAnswer = Exclude<WorkerReply, { readonly type: 'progress' }>;

/** How much of a language has arrived. */
export type Progress = Extract<WorkerReply, { readonly type: 'progress' }>;

/** Longer than any host keeps a reader waiting for one file; then the worker has been stopped. */
const SILENCE_MS = 60_000;

/** Asks the worker in charge of the site. Never rejects: a worker that says nothing more has failed. */
export async function askWorker(
  request: WorkerRequest,
  onProgress?: (progress: Progress) => void,
): Promise<WorkerAnswer> {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const finish = (answer: WorkerAnswer) => {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    };
    const giveUp = () => finish({ type: 'failed', reason: 'other' });
    let timer = setTimeout(giveUp, SILENCE_MS);
    port1.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.type !== 'progress') return finish(data);
      clearTimeout(timer);
      timer = setTimeout(giveUp, SILENCE_MS);
      onProgress?.(data);
    };
    active?.postMessage(request, [port2]);
  });
}
