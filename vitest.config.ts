import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/closingLine.ts'],
    // By itself vitest leaves a core of two alone.
    maxWorkers: 2,
    projects: [
      // Loading what is tested takes longer than testing it: files share what is loaded, and leave it as they found it.
      { test: { name: 'unit', isolate: false, include: ['shared/**/*.test.ts', 'server/**/*.test.ts', 'client/**/*.test.{ts,tsx}', 'bench/**/*.test.ts'] } },
      { test: { name: 'properties', isolate: false, include: ['tests/properties/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'contracts', include: ['tests/contracts/**/*.test.ts'] } },
      {
        test: {
          name: 'integration',
          isolate: false,
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/support/buildServer.ts',
          // Each starts servers of its own, and waits more than it works.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          isolate: false,
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/support/buildOnce.ts',
          // Two people in two browsers are enough for two cores.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
