import { newId } from '../../src/platform/new-id.ts'
import type { SignedIn } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World, actor: SignedIn | null) => Promise<Prepared>

const HOUR_MS = 60 * 60 * 1000

/** What the routes of following, putting away and notices need beside the world to succeed. */
export const attentionPreparations: Record<string, Prepare> = {
  snoozeCase: ({ clock }) =>
    Promise.resolve({ body: { until: new Date(clock.now.getTime() + HOUR_MS).toISOString() } }),
  readNoticeEntry: withNotice,
  unreadNoticeEntry: withNotice,
  updateNoticeSettings: () =>
    Promise.resolve({
      body: { preferences: [{ reason: 'noted', scope: 'mine', channel: 'mail', isOn: true }], digestAt: '09:00' },
    }),
}

/** A notice of the case, for whoever of the staff asks. */
async function withNotice(server: TestServer, { caseId }: World, actor: SignedIn | null): Promise<Prepared> {
  await server.database.transact(async (tx) => {
    const event = await tx.event.findFirst({ where: { caseId } })
    const employee = actor === null ? null : await tx.employee.findUnique({ where: { id: actor.id } })
    if (event === null || employee === null) return
    const notice = { id: newId(), employeeId: employee.id, eventId: event.id, caseId, createdAt: server.clock.now }
    await tx.staffNotice.upsert({
      where: { eventId_employeeId: { eventId: event.id, employeeId: employee.id } },
      create: notice,
      update: {},
    })
  })
  return {}
}
