import { defineConfig } from 'vitest/config'

/** Needs a browser: `npm run e2e`, apart from the unit tests. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    testTimeout: 400_000,
    hookTimeout: 240_000,
    // Generous: a slow machine is no fault of the product.
    expect: { poll: { timeout: 60_000 } },
    fileParallelism: false,
    // A slow machine may lose a press. What passed only the second time is named in the output.
    retry: 1,
  },
})
