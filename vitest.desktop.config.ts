import { defineConfig } from 'vitest/config'

/** Needs a desktop, Electron's program and a build: `npm run e2e:desktop`. */
export default defineConfig({
  test: { include: ['test/desktop/**/*.e2e.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
