import { newId } from '../../src/platform/new-id.ts'
import type { SignedIn } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World, actor: SignedIn | null) => Promise<Prepared>

const startsOn = '2026-03-01'

/** What the routes of custom fields, checklists, case templates and recurring cases need beside the world to succeed. */
export const fieldPreparations: Record<string, Prepare> = {
  createCustomField: () =>
    Promise.resolve({ body: { key: `k${newId().replaceAll('-', '')}`, name: 'Room', kind: 'text' } }),
  getCustomField: withField,
  updateCustomField: withField,
  listFieldValues: withField,
  orderCustomFields: async (server) => ({ body: { fieldIds: [await onlyFieldOf(server)] } }),
  getChecklistTemplate: withChecklist,
  updateChecklistTemplate: withChecklist,
  applyChecklist: async (server) => ({ body: await checklistOf(server) }),
  updateChecklistItem: withItem,
  removeChecklistItem: withItem,
  orderChecklist: () => Promise.resolve({ body: { itemIds: [] } }),
  getCaseTemplate: withTemplate,
  updateCaseTemplate: withTemplate,
  createRecurringCase: async (server, { customerId }) => {
    const name = newId()
    return { body: { ...(await templateOf(server)), customerId, name, every: { unit: 'day' }, startsOn } }
  },
  getRecurringCase: withRecurring,
  updateRecurringCase: withRecurring,
  listRecurringRuns: withRecurring,
}

async function withField({ database }: TestServer): Promise<Prepared> {
  const fieldId = newId()
  const key = `k${fieldId.replaceAll('-', '')}`
  await database.transact((tx) => tx.customField.create({ data: { id: fieldId, key, name: key, kind: 'text' } }))
  return { params: { fieldId } }
}

/** One field and no other: calls before have left more than there may be. */
async function onlyFieldOf({ database }: TestServer): Promise<string> {
  const id = newId()
  await database.transact(async (tx) => {
    await tx.customField.deleteMany()
    await tx.customField.create({ data: { id, key: 'only', name: 'Only', kind: 'text' } })
  })
  return id
}

async function checklistOf({ database }: TestServer): Promise<{ templateId: string }> {
  const templateId = newId()
  const items = [{ text: 'Back up', isRequired: false }]
  await database.transact((tx) => tx.checklistTemplate.create({ data: { id: templateId, name: templateId, items } }))
  return { templateId }
}

async function withChecklist(server: TestServer): Promise<Prepared> {
  return { params: await checklistOf(server) }
}

async function withItem({ database }: TestServer, { caseId }: World): Promise<Prepared> {
  const itemId = newId()
  await database.transact((tx) =>
    tx.caseChecklistItem.create({ data: { id: itemId, caseId, text: 'Back up', position: 1 } }),
  )
  return { params: { caseId, itemId } }
}

async function templateOf({ database }: TestServer): Promise<{ templateId: string }> {
  const templateId = newId()
  const words = { subject: 'Check', description: 'Check it.' }
  await database.transact((tx) => tx.caseTemplate.create({ data: { id: templateId, name: templateId, ...words } }))
  return { templateId }
}

async function withTemplate(server: TestServer): Promise<Prepared> {
  return { params: await templateOf(server) }
}

async function withRecurring(server: TestServer, { customerId }: World): Promise<Prepared> {
  const recurringId = newId()
  const { templateId } = await templateOf(server)
  const given = { name: recurringId, templateId, customerId, unit: 'day', startsOn: new Date(startsOn) }
  await server.database.transact((tx) =>
    tx.recurringCase.create({ data: { id: recurringId, ...given, since: server.clock.now } }),
  )
  return { params: { recurringId } }
}
