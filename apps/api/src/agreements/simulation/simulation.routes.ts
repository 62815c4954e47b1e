import { simulateAgreement as simulate } from '@timedesk/contracts/simulation'
import type { RouteModule } from '../../platform/http/serve.ts'
import { presentSimulation } from './present-simulation.ts'
import { simulateAgreement } from './simulate-agreement.ts'

/** Asked with a body, and nothing is written: a route that reads. */
export const simulationRoutes: RouteModule = (serve) => {
  serve.read(simulate, async ({ deps, body, actor, now }) => {
    const comparison = await simulateAgreement(deps.database, body, now)
    return { body: presentSimulation(comparison, { showsCost: actor.permissions.has('cost:read') }) }
  })
}
