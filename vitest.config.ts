import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Ink takes CI for a machine without a screen; the bundle replaces is-in-ci in the same way.
    alias: { 'is-in-ci': new URL('./tools/not-in-ci.mjs', import.meta.url).pathname },
    server: { deps: { inline: ['ink'] } },
    maxWorkers: 2,
  },
})
