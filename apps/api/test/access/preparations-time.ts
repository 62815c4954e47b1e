import { newId } from '../../src/platform/new-id.ts'
import { buildEmployee, SUPPORT_ACTIVITY_ID, type SignedIn } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import { buildEntry, type World } from './world.ts'

type Prepare = (server: TestServer, world: World, actor: SignedIn | null) => Promise<Prepared>

const MONDAY = '2026-03-02'
const VALID_FROM = '2026-01-01'

/** What the routes of weeks, locks, corrections, prices and tasks need beside the world to succeed. */
export const timePreparations: Record<string, Prepare> = {
  getWeekSheet: async (server, _world, actor) => ({ params: await ownWeek(server, actor) }),
  submitWeek: async (server, _world, actor) => ({ params: await ownWeek(server, actor) }),
  recallWeek: async (server, _world, actor) => {
    const params = await ownWeek(server, actor)
    await putWeek(server, params.employeeId, 'submitted')
    return { params }
  },
  decideWeek: async (server, { employeeId }) => {
    await putWeek(server, employeeId, 'submitted')
    return { params: { employeeId, monday: MONDAY } }
  },
  // The books of all worlds are the same, so they stay open.
  movePeriodLock: () => Promise.resolve({ body: { softLockedThrough: null, hardLockedThrough: null } }),
  correctTimeEntry: async (server, world, actor) => ({
    params: { entryId: await buildApproved(server, world, await employeeOf(server, actor)) },
  }),
  decideCorrection: async (server, world) => ({
    params: { entryId: await buildReversal(server, await buildApproved(server, world, world.employeeId), world) },
  }),
  setCostRate: () => Promise.resolve({ params: { validFrom: VALID_FROM } }),
  removeCostRate: async (server, { employeeId }) => {
    const key = { employeeId, validFrom: new Date(VALID_FROM) }
    await server.deps.database.transact((tx) =>
      tx.costRate.upsert({
        where: { employeeId_validFrom: key },
        create: { ...key, ratePerHour: 42_000 },
        update: {},
      }),
    )
    return { params: { validFrom: VALID_FROM } }
  },
  updateProjectTask: async (server, { projectId, customerId }) => {
    const taskId = newId()
    await server.deps.database.transact((tx) =>
      tx.projectTask.create({ data: { id: taskId, projectId, customerId, name: taskId } }),
    )
    return { params: { taskId } }
  },
  updatePriceClass: async (server) => {
    const priceClassId = newId()
    await server.deps.database.transact((tx) =>
      tx.priceClass.create({ data: { id: priceClassId, name: priceClassId } }),
    )
    return { params: { priceClassId } }
  },
  getRateCard: withRateCard,
  updateRateCard: withRateCard,
  getServiceCalendar: withCalendar,
  updateServiceCalendar: withCalendar,
  getCalendarOutlook: withCalendar,
  removeCalendarHours: withPlannedHours,
}

/** The caller, where that is somebody of the staff; else anybody. */
export async function employeeOf(server: TestServer, actor: SignedIn | null): Promise<string> {
  const isStaff =
    actor !== null && (await server.deps.database.transact((tx) => tx.employee.count({ where: { id: actor.id } }))) > 0
  return isStaff ? actor.id : (await buildEmployee(server)).id
}

async function ownWeek(server: TestServer, actor: SignedIn | null) {
  return { employeeId: await employeeOf(server, actor), monday: MONDAY }
}

async function putWeek({ deps }: TestServer, employeeId: string, state: string): Promise<void> {
  await deps.database.transact((tx) =>
    tx.weekSheet.upsert({
      where: { employeeId_monday: { employeeId, monday: new Date(MONDAY) } },
      create: { employeeId, monday: new Date(MONDAY), state },
      update: { state },
    }),
  )
}

/** An entry of a week that was approved. */
async function buildApproved(server: TestServer, world: World, employeeId: string): Promise<string> {
  const entryId = await buildEntry(server, world, employeeId)
  await putWeek(server, employeeId, 'approved')
  await server.deps.database.transact((tx) =>
    tx.timeEntry.update({ where: { id: entryId }, data: { state: 'approved' } }),
  )
  return entryId
}

/** A reversal of an entry, which waits for approval. */
async function buildReversal({ deps, clock }: TestServer, correctsId: string, world: World): Promise<string> {
  const entryId = newId()
  await deps.database.transact(async (tx) => {
    await tx.timeEntry.create({
      data: {
        id: entryId,
        employeeId: world.employeeId,
        customerId: world.customerId,
        caseId: world.caseId,
        activityTypeId: SUPPORT_ACTIVITY_ID,
        workDate: clock.now,
        bookedOn: clock.now,
        minutes: -10,
        isBillable: false,
        state: 'submitted',
        correction: 'reversal',
        correctsId,
        createdAt: clock.now,
      },
    })
    await tx.timeRating.create({
      data: { entryId, billableMinutes: 0, currency: 'DKK', explanation: [], ruleVersion: 1, ratedAt: clock.now },
    })
  })
  return entryId
}

async function withRateCard({ deps }: TestServer): Promise<Prepared> {
  const rateCardId = newId()
  await deps.database.transact((tx) => tx.rateCard.create({ data: { id: rateCardId, name: rateCardId } }))
  return { params: { rateCardId } }
}

async function withPlannedHours(server: TestServer): Promise<Prepared> {
  const { params } = await withCalendar(server)
  const data = { calendarId: params.calendarId, validFrom: new Date('2027-01-01') }
  await server.deps.database.transact((tx) => tx.serviceCalendarHours.create({ data }))
  return { params: { ...params, validFrom: '2027-01-01' } }
}

async function withCalendar({ deps }: TestServer) {
  const calendarId = newId()
  await deps.database.transact((tx) => tx.serviceCalendar.create({ data: { id: calendarId, name: calendarId } }))
  return { params: { calendarId } }
}
