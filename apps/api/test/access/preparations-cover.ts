import { newId } from '../../src/platform/new-id.ts'
import { SUPPORT_ACTIVITY_ID } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import { buildEntry, type World } from './world.ts'

type Prepare = (server: TestServer, world: World) => Promise<Prepared>

/** What the routes of time and its cover need beside the world to succeed. */
export const coverPreparations: Record<string, Prepare> = {
  registerTime: (_server, { caseId }) => Promise.resolve({ body: { ...time, caseId } }),
  previewTime: (_server, { caseId }) => Promise.resolve({ body: { ...time, caseId } }),
  decideOverage: async (server, world) => ({ params: { entryId: await buildHeld(server, world) } }),
}

const time = { activityTypeId: SUPPORT_ACTIVITY_ID, minutes: 10 }

/** An entry whose overage waits for a decision. */
async function buildHeld(server: TestServer, world: World): Promise<string> {
  const entryId = await buildEntry(server, world, world.employeeId)
  const overage = { kind: 'overage', minutes: 10, amount: 15_833n, hold: 'approval' }
  await server.deps.database.transact(async (tx) => {
    await tx.timeEntry.update({ where: { id: entryId }, data: { isBillable: true } })
    await tx.timeRating.update({ where: { entryId }, data: { billableMinutes: 10, amount: 15_833n } })
    await tx.coverPiece.create({ data: { ...overage, id: newId(), entryId } })
  })
  return entryId
}
