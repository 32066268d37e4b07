import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LearnerLog } from '../../store/index.ts';

/** Renders a component again whenever the log or its health changes; the number grows each time. */
export function useLogRevision(log: LearnerLog): number {
  const revision = useSignal(0);
  useEffect(() => {
    const renew = () => {
      revision.value += 1;
    };
    // Whatever happened between the first rendering and now.
    renew();
    const ends = [log.subscribe(renew), log.watchLoss(renew), log.watchHealth(renew)];
    return () => {
      for (const end of ends) end();
    };
  }, [log, revision]);
  return revision.value;
}
