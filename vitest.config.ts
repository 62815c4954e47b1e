import path from 'node:path'

import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const WORKERS_MAX = 2
const root = import.meta.dirname

/** A project is a folder of the workspace; `pnpm vitest run --project domain` runs one alone. */
function project(
  name: string,
  root: string,
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return { root, test: { name, include: ['**/*.test.{ts,tsx}'], restoreMocks: true, ...test } }
}

/** Nothing here keeps anything between two calls, so files may share a worker. */
const pure = { isolate: false }
const browserLike = {
  environment: 'jsdom',
  setupFiles: ['packages/config/jsdom-setup.ts', 'packages/ui/test/setup.ts'].map((file) => path.join(root, file)),
  server: { deps: { inline: [/@mantine/] } },
  testTimeout: 15_000,
}
const onPostgres = {
  globalSetup: [path.join(root, 'prisma/engine/test-cluster-setup.ts')],
  testTimeout: 20_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    maxWorkers: WORKERS_MAX,
    projects: [
      project('contracts', 'packages/contracts', pure),
      project('domain', 'packages/domain', pure),
      project('client', 'packages/client'),
      project('ui', 'packages/ui', browserLike),
      project('api', 'apps/api', onPostgres),
      project('desk', 'apps/desk', browserLike),
      project('extranet', 'apps/extranet', browserLike),
      project('prisma', 'prisma', { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('scripts', 'scripts', { testTimeout: 60_000 }),
      project('bench', 'bench'),
    ],
  },
})
