import { defineConfig } from 'vitest/config';
import { projectFolder } from './paths.ts';

export default defineConfig({
  root: projectFolder,
  test: {
    include: ['infra/e2e/checks/**/*.test.ts'],
    // One installation for all: its queues are watched until they are empty, so files take turns.
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    outputFile: { json: '.e2e/vitest.json' },
    reporters: ['default', 'json'],
  },
});
