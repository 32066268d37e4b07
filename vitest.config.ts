import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    environment: 'node',
    // Property tests and whole builds take their time where other work runs beside them.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
