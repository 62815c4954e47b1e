import { rehearseChange as rehearse } from '@timedesk/contracts/rehearsals'
import type { RouteModule } from '../../platform/http/serve.ts'
import { rehearseChange } from './rehearse-change.ts'

/** Asked with a body, and nothing is written: a route that reads. */
export const rehearsalRoutes: RouteModule = (serve) => {
  serve.read(rehearse, async ({ reader, body, now }) => ({ body: await rehearseChange(reader, body, now) }))
}
