import type { TestCluster } from '@timedesk/prisma/engine/test-databases'
import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: TestCluster
  }
}
