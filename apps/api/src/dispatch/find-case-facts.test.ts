import type { Condition } from '@timedesk/contracts/conditions'
import { matchConditions } from '@timedesk/domain/conditions/match-conditions'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase } from '../../test/cases.ts'
import { buildDepartment } from '../../test/dispatch-desk.ts'
import { buildContact, buildEmployee, NORMAL_PRIORITY_ID, statusId, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { newId } from '../platform/new-id.ts'
import { findCaseFacts } from './find-case-facts.ts'

let server: Awaited<ReturnType<typeof startServer>>
let agent: SignedIn
let caseId: string
const ids = {
  agreement: newId(),
  root: newId(),
  leaf: newId(),
  tree: newId(),
  house: newId(),
  room: newId(),
  box: newId(),
}
let given: { customerId: string; departmentId: string; parentId: string }

beforeAll(async () => {
  server = await startServer()
  agent = await buildEmployee(server)
  const { id: contactId, customerId } = await buildContact(server)
  const parentId = await buildDepartment(server)
  given = { customerId, departmentId: await buildDepartment(server, parentId), parentId }
  await server.database.transact(async (tx) => {
    await tx.contact.update({ where: { id: contactId }, data: { language: 'da' } })
    await tx.agreement.create({
      data: {
        id: ids.agreement,
        customerId,
        heading: 'Gold',
        settlement: 'time_spent',
        validFrom: new Date('2020-01-01'),
      },
    })
    await tx.caseType.create({ data: { id: ids.root, name: 'Printing' } })
    await tx.caseType.create({ data: { id: ids.leaf, name: 'Labels', parentId: ids.root } })
    const option = { labelDa: null, isActive: true }
    const options = [
      { id: ids.house, label: 'House', parentId: null, ...option },
      { id: ids.room, label: 'Room 2', parentId: ids.house, ...option },
    ]
    await tx.customField.create({ data: { id: ids.tree, key: 'place', name: 'Place', kind: 'tree', options } })
    await tx.customField.create({ data: { id: ids.box, key: 'warranty', name: 'Warranty', kind: 'checkbox' } })
  })
  const description = 'Båndet sidder fast.'
  const opened = await openCase(server, agent, {
    ...{ customerId, contactId, departmentId: given.departmentId, typeId: ids.leaf, description },
    ...{ product: 'LabelMaker', tags: ['vip'] },
  })
  caseId = opened.id
  await server.database.reader.rows(
    Prisma.sql`UPDATE support_case SET fields = ${JSON.stringify({ [ids.tree]: ids.room })}::jsonb WHERE id = ${caseId}::uuid`,
  )
})
afterAll(() => server.close())

async function holds(condition: Condition, moment: Date | 'created' = 'created'): Promise<boolean> {
  const facts = (await findCaseFacts(server.database.reader, [caseId], moment, [condition])).get(caseId)
  if (facts === undefined) throw new Error('The case has no facts')
  return matchConditions([condition], facts).matches
}

test('a case is asked for what it is, with what lies above it', async () => {
  const asked: [Condition['field'], Condition['op'], string[]][] = [
    ['type', 'is', [ids.root]],
    ['customer', 'is', [given.customerId]],
    ['agreement', 'is', [ids.agreement]],
    ['priority', 'is', [NORMAL_PRIORITY_ID]],
    ['product', 'contains', ['label']],
    ['words', 'contains', ['BÅNDET']],
    ['words', 'contains', ['cannot print']],
    ['department', 'is', [given.parentId]],
    ['responsible', 'isEmpty', []],
    ['status', 'is', [statusId.new]],
    ['category', 'is', ['new']],
    ['language', 'is', ['da']],
    ['via', 'is', ['desk']],
    ['tag', 'is', ['VIP']],
    [`field:${ids.tree}`, 'is', [ids.house]],
    [`field:${ids.box}`, 'is', ['false']],
  ]
  for (const [field, op, values] of asked) expect([field, await holds({ field, op, values })]).toEqual([field, true])
})

test('the hour is of the moment that is asked about, by the company’s clock', async () => {
  const morning: Condition = { field: 'hour', op: 'between', values: ['10:00', '10:01'] }
  expect(await holds(morning)).toBe(true)
  expect(await holds(morning, new Date('2026-07-01T08:00:00Z'))).toBe(true)
  expect(await holds({ field: 'weekday', op: 'is', values: ['1'] }, new Date('2026-03-01T23:30:00Z'))).toBe(true)
})

test('outside of any contract there is no agreement', async () => {
  const { id } = await openCase(server, agent, { customerId: given.customerId, isOutsideContract: true })
  const condition: Condition = { field: 'agreement', op: 'isEmpty', values: [] }
  const facts = await findCaseFacts(server.database.reader, [id], 'created', [condition])
  expect(facts.get(id)?.agreementIds).toEqual([])
  expect(await holds(condition)).toBe(false)
})

test('what does not exist has no facts', async () => {
  expect(await findCaseFacts(server.database.reader, [newId()], 'created', [])).toEqual(new Map())
})
