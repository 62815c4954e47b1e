import { newId } from '../../src/platform/new-id.ts'
import { SUPPORT_DEPARTMENT_ID, type SignedIn } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import { employeeOf } from './preparations-time.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World, actor: SignedIn | null) => Promise<Prepared>

const target = { kind: 'queue', departmentId: SUPPORT_DEPARTMENT_ID }

/** What the routes of rules, skills and absences need beside the world to succeed. */
export const dispatchPreparations: Record<string, Prepare> = {
  createDispatchRule: () => Promise.resolve({ body: { name: newId(), conditions: [], target } }),
  previewConditions: () => Promise.resolve({ body: { conditions: [] } }),
  getDispatchRule: withRule,
  updateDispatchRule: withRule,
  removeDispatchRule: withRule,
  orderDispatchRules: async (server) => ({ body: { ruleIds: await ruleIdsOf(server) } }),
  updateSkill: async ({ database }) => {
    const skillId = newId()
    await database.transact((tx) => tx.skill.create({ data: { id: skillId, name: skillId } }))
    return { params: { skillId } }
  },
  createAbsence: async (server, _world, actor) => ({
    body: { employeeId: await employeeOf(server, actor), from: '2026-05-04', to: '2026-05-08' },
  }),
  getAbsence: withAbsence,
  updateAbsence: withAbsence,
  removeAbsence: withAbsence,
  previewHandover: withAbsence,
  handOverCases: withAbsence,
}

async function withRule({ database }: TestServer): Promise<Prepared> {
  const ruleId = newId()
  await database.transact((tx) =>
    tx.dispatchRule.create({
      data: { id: ruleId, name: ruleId, position: 1, conditions: [], target, isActive: false },
    }),
  )
  return { params: { ruleId } }
}

async function ruleIdsOf({ database }: TestServer): Promise<string[]> {
  const rules = await database.transact((tx) => tx.dispatchRule.findMany({ select: { id: true } }))
  return rules.map(({ id }) => id)
}

/** An absence of the caller, where that is somebody of the staff, with a delegate. */
async function withAbsence(
  server: TestServer,
  { employeeId: delegateId }: World,
  actor: SignedIn | null,
): Promise<Prepared> {
  const absenceId = newId()
  const employeeId = await employeeOf(server, actor)
  await server.database.transact((tx) =>
    tx.absence.create({
      data: { id: absenceId, employeeId, delegateId, fromDay: new Date('2026-06-01'), toDay: new Date('2026-06-05') },
    }),
  )
  return { params: { absenceId } }
}
