import { existsSync } from 'node:fs'
import path from 'node:path'

import { defineConfig } from 'vitest/config'

const globalSetup = path.join(import.meta.dirname, 'global-setup.ts')

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'e2e',
    include: ['**/*.test.ts'],
    globalSetup: existsSync(globalSetup) ? [globalSetup] : [],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    retry: 0,
    expect: { poll: { timeout: 15_000 } },
  },
})
