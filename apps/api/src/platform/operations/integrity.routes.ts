import { getIntegrity } from '@timedesk/contracts/integrity'
import type { RouteModule } from '../http/serve.ts'
import { findIntegrity } from './find-integrity.ts'

export const integrityRoutes: RouteModule = (serve) => {
  serve.read(getIntegrity, async ({ reader, now }) => ({ body: await findIntegrity(reader, now) }))
}
