import type { OfflineCheck, WorkerReply, WorkerRequest } from '../format/offline.ts';
import { KeepError } from './bundle.ts';
import type { Library } from './library.ts';
import { checkBundle } from './self-check.ts';
import type { Shell } from './shell.ts';

/** What requests are answered with. */
export interface RequestHost {
  readonly shell: Shell;
  readonly library: Library;
  readonly base: string;
  readonly registration: Pick<ServiceWorkerRegistration, 'update' | 'waiting'>;
}

/** Does what a page asks for and says how it went; never rejects. */
export async function answerRequest(
  request: WorkerRequest,
  host: RequestHost,
  say: (reply: WorkerReply) => void,
): Promise<void> {
  const { library } = host;
  try {
    if (request.type === 'report') return say({ type: 'reported', report: await library.report() });
    if (request.type === 'check') return say({ type: 'checked', checks: await checkAll(host) });
    if (request.type === 'keep') await keep(request, host, say);
    if (request.type === 'remove') await library.remove(request.locale);
    say({ type: 'done' });
  } catch (error) {
    const reason = error instanceof KeepError ? error.reason : 'other';
    // The host has other files than this version: most likely a newer one has been published.
    if (reason === 'changed') host.registration.update().catch(() => undefined);
    say({ type: 'failed', reason });
  }
}

async function keep(
  { locale, isThorough }: Extract<WorkerRequest, { type: 'keep' }>,
  { shell, library, registration }: RequestHost,
  say: (reply: WorkerReply) => void,
): Promise<void> {
  if (isThorough) await shell.mend();
  const wanted = [];
  for (const { list, state } of await library.bundles()) {
    const current = await state();
    // What was begun is gone on with: the reader has asked for it, or a newer version needs more of it.
    if (current === 'begun' || (list.locale === locale && (isThorough || current === 'absent')))
      wanted.push(list.locale);
  }
  await library.keep(wanted, {
    onProgress: (of, done, total) => {
      // A newer version is here and could not take over before this has ended; it goes on with what was begun.
      if (registration.waiting && !isThorough) throw new KeepError('network', of);
      say({ type: 'progress', locale: of, done, total });
    },
  });
}

async function checkAll({ library, shell, base }: RequestHost): Promise<OfflineCheck[]> {
  const brokenShell = await shell.verify();
  const checks: OfflineCheck[] = [];
  for (const bundle of await library.bundles()) {
    if ((await bundle.state()) !== 'kept') continue;
    checks.push(await checkBundle(bundle, { base, find: library.find, brokenShell, random: Math.random }));
  }
  return checks;
}
