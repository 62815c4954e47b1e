import type { CaseLinks } from '@timedesk/contracts/case-links'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCase, send } from '../../../test/cases.ts'
import { buildCustomer } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { integrityViolations } from '../../../test/integrity.ts'
import { lookAsContact } from '../../../test/look-as-contact.ts'
import { openMergeDesk } from '../../../test/merge-desk.ts'
import { newId } from '../../platform/new-id.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openMergeDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openMergeDesk(server)
})
beforeEach(() => {
  server.clock.now = new Date(server.clock.now.getTime() + 5_000)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

const link = (id: string, role: string, otherId: string) =>
  desk.as(desk.agent)('PUT', `/cases/${id}/links/${role}/${otherId}`)
const unlink = (id: string, role: string, otherId: string) =>
  desk.as(desk.agent)('DELETE', `/cases/${id}/links/${role}/${otherId}`)
const linksOf = async (id: string) => desk.succeed<CaseLinks>('GET', `/cases/${id}/links`)

test.each([
  ['parent', 'parent', 'children', 'child'],
  ['child', 'children', 'parent', 'parent'],
  ['original', 'original', 'duplicates', 'duplicate'],
  ['duplicate', 'duplicates', 'original', 'original'],
  ['blocks', 'blockedBy', 'blocks', 'blocked_by'],
  ['blocked_by', 'blocks', 'blockedBy', 'blocks'],
  ['related', 'related', 'related', 'related'],
  ['problem', 'problem', 'incidents', 'incident'],
  ['incident', 'incidents', 'problem', 'problem'],
] as const)(
  'a link to a case that is %s of it is seen from both sides, told in both logs, and taken away from either',
  async (role, here, there, reverse) => {
    const [one, two] = [await desk.open(), await desk.open({ subject: 'The other' })]
    const idsIn = (links: CaseLinks, place: keyof CaseLinks) =>
      [links[place]].flat().flatMap((other) => other?.id ?? [])

    const linked = await link(one.id, role, two.id)
    const again = await link(two.id, reverse, one.id)

    expect(linked.statusCode, linked.body).toBe(200)
    expect(again.statusCode, again.body).toBe(200)
    expect(idsIn(await linksOf(one.id), here)).toEqual([two.id])
    expect(idsIn(await linksOf(two.id), there)).toEqual([one.id])
    expect((await unlink(two.id, reverse, one.id)).statusCode).toBe(200)
    expect((await unlink(one.id, role, two.id)).statusCode).toBe(200)
    expect(idsIn(await linksOf(one.id), here)).toEqual([])
    expect(await desk.eventsOf(one.id, 'case.linked', 'case.unlinked')).toMatchObject([
      { type: 'case.linked', role, number: two.number, subject: 'The other' },
      { type: 'case.unlinked', role, number: two.number },
    ])
    expect(await desk.eventsOf(two.id, 'case.linked', 'case.unlinked')).toMatchObject([
      { role: reverse },
      { role: reverse },
    ])
  },
)

test('nothing is linked to itself, in a circle, or to what does not exist', async () => {
  const [one, two, three] = [await desk.open(), await desk.open(), await desk.open()]
  for (const role of ['blocks', 'duplicate', 'parent'] as const) {
    await link(two.id, role, one.id)
    await link(three.id, role, two.id)
    const code = role === 'parent' ? 'tree_cycle' : 'link_refused'
    expect((await link(one.id, role, three.id)).json()).toMatchObject({ code })
  }
  for (const role of ['related', 'problem', 'blocks'])
    expect((await link(one.id, role, one.id)).json()).toMatchObject({ code: 'link_refused' })
  expect((await link(one.id, 'related', newId())).json()).toMatchObject({
    code: 'reference_refused',
    errors: [{ pointer: '/params/otherId' }],
  })
})

test('a case has one problem, which is the incident of none; incidents may be of any customer', async () => {
  const [problem, better, incident] = [await desk.open(), await desk.open(), await desk.open()]
  const elsewhere = await openCase(server, desk.agent, { customerId: (await buildCustomer(server)).id })
  await link(incident.id, 'problem', problem.id)
  await link(problem.id, 'incident', elsewhere.id)
  expect((await linksOf(problem.id)).incidents.map(({ id }) => id)).toEqual([incident.id, elsewhere.id])
  expect((await link(problem.id, 'problem', better.id)).json()).toMatchObject({ code: 'link_refused' })
  expect((await link(better.id, 'problem', incident.id)).json()).toMatchObject({ code: 'link_refused' })

  await link(incident.id, 'problem', better.id)
  expect((await linksOf(incident.id)).problem).toMatchObject({ id: better.id })
  expect((await linksOf(problem.id)).incidents.map(({ id }) => id)).toEqual([elsewhere.id])
  const told = await desk.eventsOf(incident.id, 'case.linked', 'case.unlinked')
  expect(told.map(({ type }) => type)).toEqual(['case.linked', 'case.unlinked', 'case.linked'])
})

test('a family has the links of all its cases, is linked where its tombstones were, and is no circle', async () => {
  const [source, survivor, friend, child] = [await desk.open(), await desk.open(), await desk.open(), await desk.open()]
  await link(source.id, 'related', friend.id)
  await link(source.id, 'related', survivor.id)
  await link(source.id, 'child', child.id)
  await link(survivor.id, 'child', (await desk.open()).id)
  await desk.merged(source.id, survivor.id)

  const links = await linksOf(survivor.id)
  expect(links.related.map(({ id }) => id)).toEqual([friend.id])
  expect(links.children).toHaveLength(2)
  expect((await linksOf(friend.id)).related.map(({ id }) => id)).toEqual([survivor.id])
  expect((await link(survivor.id, 'parent', child.id)).json()).toMatchObject({ code: 'tree_cycle' })
  expect((await link(child.id, 'child', survivor.id)).json()).toMatchObject({ code: 'tree_cycle' })
  await unlink(survivor.id, 'related', friend.id)
  expect((await linksOf(friend.id)).related).toEqual([])
})

test('cases are not merged where their links would go round, or where a problem became an incident', async () => {
  const [top, middle, bottom] = [await desk.open(), await desk.open(), await desk.open()]
  await link(middle.id, 'parent', top.id)
  await link(bottom.id, 'parent', middle.id)
  expect((await desk.merge(bottom.id, top.id)).json()).toMatchObject({ code: 'merge_refused' })
  expect((await desk.merge(bottom.id, middle.id)).statusCode).toBe(200)

  const [problem, incident, other] = [await desk.open(), await desk.open(), await desk.open()]
  await link(incident.id, 'problem', problem.id)
  await link(problem.id, 'incident', other.id)
  expect((await desk.merge(incident.id, problem.id)).statusCode).toBe(200)
  const further = await desk.open()
  await link(further.id, 'problem', (await desk.open()).id)
  expect((await desk.merge(further.id, problem.id)).json()).toMatchObject({ code: 'merge_refused' })
})

test('a contact reads parents and follow-ups of its cases only, never duplicates, blocks, relations and problems', async () => {
  const [one, two] = [await desk.report(desk.anna), await desk.report(desk.anna)]
  for (const role of ['original', 'blocks', 'related', 'problem', 'parent']) await link(one.id, role, two.id)
  const who = { ...desk.anna, role: 'requester', seesAllCases: false } as const
  const rows = await lookAsContact<{ kind: string }>(
    server,
    who,
    `SELECT kind FROM case_link WHERE case_id = '${one.id}' OR other_id = '${one.id}'`,
  )
  expect(rows).toEqual([{ kind: 'parent' }])
  const seen = await send(server, desk.anna, 'GET', `/api/extranet/v1/cases/${one.id}`)
  expect(seen.body).not.toMatch(/duplicate|blocks|problem|incident|related/u)
})
