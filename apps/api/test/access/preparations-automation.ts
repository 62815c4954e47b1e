import type { SignedIn } from '../factories.ts'
import { buildEmployee, statusId } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import { buildRule, writeMacro, writeText } from '../texts-desk.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World, actor: SignedIn | null) => Promise<Prepared>

const rule = {
  trigger: { kind: 'event', events: ['contact_replied'] },
  actions: [{ kind: 'status', statusId: statusId.open }],
}
const mine = { scope: 'private', departmentId: null }
const changes = [{ kind: 'tags', add: ['asked'], remove: [] }]

/** What the routes of macros, canned texts and automation rules need beside the world to succeed. */
export const automationPreparations: Record<string, Prepare> = {
  createCannedText: () => Promise.resolve({ body: textOf() }),
  getCannedText: async (server) => ({ params: { cannedTextId: await sharedText(server) } }),
  updateCannedText: async (server, _world, actor) => ({
    params: { cannedTextId: await ownText(server, actor) },
    body: { name: 'Another name' },
  }),
  createMacro: () => Promise.resolve({ body: { name: 'Mine', ...mine, changes } }),
  getMacro: withMacro,
  getMacroPreview: withMacro,
  updateMacro: async (server, _world, actor) => ({
    params: { macroId: await ownMacro(server, actor) },
    body: { name: 'Another name' },
  }),
  runMacro: async (server) => ({ body: { macroId: await sharedMacro(server) } }),
  createAutomationRule: (server) => Promise.resolve({ body: { name: server.deps.newId(), ...rule } }),
  dryRunAutomationRule: () => Promise.resolve({ body: { rule, days: 1 } }),
  getAutomationRule: withRule,
  updateAutomationRule: async (server) => ({
    ...(await withRule(server)),
    body: { stopsAfter: true },
  }),
  removeAutomationRule: withRule,
  listAutomationRuns: withRule,
  orderAutomationRules: async (server) => {
    await withRule(server)
    const rules = await server.database.transact((tx) => tx.automationRule.findMany({ select: { id: true } }))
    return { body: { ruleIds: rules.map(({ id }) => id) } }
  },
}

function textOf() {
  return { name: 'Thank you', shortcut: 'thanks', ...mine, texts: { en: 'Thank you', da: 'Tak' } }
}

async function administratorOf(server: TestServer): Promise<SignedIn> {
  return buildEmployee(server, { role: 'administrator' })
}

async function sharedText(server: TestServer): Promise<string> {
  return (await writeText(server, await administratorOf(server), 'Thank you')).id
}

async function sharedMacro(server: TestServer): Promise<string> {
  return (await writeMacro(server, await administratorOf(server), { changes })).id
}

/** A shared one, made the actor's own; a contact owns none. */
async function ownText(server: TestServer, actor: SignedIn | null): Promise<string> {
  const id = await sharedText(server)
  const data = await ownership(server, actor)
  if (data !== null) await server.database.transact((tx) => tx.cannedText.update({ where: { id }, data }))
  return id
}

async function ownMacro(server: TestServer, actor: SignedIn | null): Promise<string> {
  const id = await sharedMacro(server)
  const data = await ownership(server, actor)
  if (data !== null) await server.database.transact((tx) => tx.macro.update({ where: { id }, data }))
  return id
}

async function ownership(server: TestServer, actor: SignedIn | null) {
  if (actor === null) return null
  const owner = await server.database.transact((tx) => tx.employee.findUnique({ where: { id: actor.id } }))
  return owner === null ? null : { scope: 'private', ownerId: owner.id }
}

async function withMacro(server: TestServer): Promise<Prepared> {
  return { params: { macroId: await sharedMacro(server) } }
}

async function withRule(server: TestServer): Promise<Prepared> {
  return { params: { ruleId: (await buildRule(server, await administratorOf(server), rule)).id } }
}
