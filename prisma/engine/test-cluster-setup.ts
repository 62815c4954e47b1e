import type { TestProject } from 'vitest/node'

import { startTestCluster, type TestCluster } from './test-databases.ts'

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be added to
  export interface ProvidedContext {
    /** The server of this test run: `createTestDatabase(inject('testCluster'))`. */
    testCluster: TestCluster
  }
}

/** Starts one server for the run of a test project, and stops it after the last test. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { url, superuserUrl, stop } = await startTestCluster()
  project.provide('testCluster', { url, superuserUrl })
  return stop
}
