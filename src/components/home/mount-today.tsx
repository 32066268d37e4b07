import { hasStarted } from '../started/has-started.ts';

const root = document.getElementById('recall-today');
// A newcomer's page is complete as it is.
if (root && hasStarted()) void import('./show-today.tsx').then(({ showToday }) => showToday(root));
