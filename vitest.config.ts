import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Embedded servers and template synthesis take seconds on a small machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: { include: ['shared/**', 'functions/**', 'infra/aws/**'], reporter: ['text-summary'] },
  },
});
