import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'node_modules/**'],
    // A bound no loaded machine breaks: waiting long costs nothing while nothing is wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
