import { beforeEach, expect, it, vi } from 'vitest';
import { watchUpdates } from '../../../src/components/offline/watch-updates.ts';

const OWN = 'https://host.test/x/sw.js';
const texts = { ready: '', accept: '', later: '', running: '' };
const preferences = { get: () => undefined, set: () => true } as never;

let loads: number;
beforeEach(() => {
  loads = 0;
  vi.useFakeTimers();
  const target = new EventTarget();
  vi.stubGlobal('document', Object.assign(target, { documentElement: { dataset: {} } }));
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('location', {
    reload: () => {
      loads += 1;
    },
  });
});

/** Opens a page that is served by the worker at an address, and gives what lets another one take over. */
function openPage(controller: string | null) {
  const serviceWorker = Object.assign(new EventTarget(), {
    controller: controller === null ? null : { scriptURL: controller },
  });
  vi.stubGlobal('navigator', { serviceWorker, onLine: true });
  const registration = Object.assign(new EventTarget(), {
    active: { scriptURL: OWN },
    waiting: null,
    installing: null,
  });
  watchUpdates(registration as never, { texts, preferences });
  return () => {
    serviceWorker.controller = { scriptURL: OWN };
    serviceWorker.dispatchEvent(new Event('controllerchange'));
  };
}

it.each([
  ['came from the network', null],
  ['came through the worker of a site above this one', 'https://host.test/sw.js'],
])('a page that %s is not loaded again when the first version takes charge of it', (_, controller) => {
  const takeOver = openPage(controller);
  takeOver();
  expect(loads).toBe(0);
  takeOver();
  expect(loads).toBe(1);
});

it('a page of this site is loaded again once when a new version takes over', () => {
  const takeOver = openPage(OWN);
  takeOver();
  takeOver();
  expect(loads).toBe(1);
});
