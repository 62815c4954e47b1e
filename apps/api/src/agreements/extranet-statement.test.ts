import type { ExtranetStatementRow } from '@timedesk/contracts/extranet-agreements'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildCoveredTime, buildPrepaid, buildVoucher, showTo } from '../../test/build-cover.ts'
import { send } from '../../test/cases.ts'
import { buildContact, buildCustomer, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { lookAsContact } from '../../test/look-as-contact.ts'

let server: Awaited<ReturnType<typeof startServer>>
let mette: SignedIn

beforeAll(async () => {
  server = await startServer()
  mette = await buildEmployee(server, { name: 'Mette Holm' })
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** A voucher of ten hours, drawn on for a case of the manager's own on 2 February and one of a colleague's on 2 March. */
async function buildStatement({ seesAllCases }: { seesAllCases: boolean }) {
  const { id: customerId } = await buildCustomer(server)
  await showTo(server, customerId, { showsBalances: true })
  const manager = await buildContact(server, { customerId, role: 'manager', seesAllCases })
  const colleague = await buildContact(server, { customerId })
  const { id: agreementId } = await buildPrepaid(server, { customerId })
  const voucher = await buildVoucher(server, { customerId, agreementId })
  const own = await buildCase(server, { customerId, contactId: manager.id })
  const other = await buildCase(server, { customerId, contactId: colleague.id })
  const draw = (caseId: string, workDate: string, bookedOn: string) =>
    buildCoveredTime(server, {
      ...{ customerId, caseId, employeeId: mette.id, workDate, bookedOn, minutes: 25 },
      pieces: [{ kind: 'voucher', minutes: 30, units: 30, poolId: voucher.id }],
    })
  await draw(own.id, '2026-02-02', '2026-02-03')
  await draw(other.id, '2026-03-02', '2026-03-02')
  const numbers = await lookAsContact<{ id: string; number: number }>(
    server,
    { ...manager, seesAllCases: true },
    'SELECT id, number FROM support_case',
  )
  const numberOf = ({ id }: { id: string }) => numbers.find((known) => known.id === id)?.number
  return { manager, voucher, own: numberOf(own), other: numberOf(other) }
}

const read = (by: SignedIn, poolId: string, query = '') =>
  send(server, by, 'GET', `/api/extranet/v1/pools/${poolId}/statement${query}`)

type Page = { data: ExtranetStatementRow[]; page: { after: string | null; total?: number } }
const rowsOf = async (by: SignedIn, poolId: string, query = '') => (await read(by, poolId, query)).json<Page>().data

test('a statement tells what was used on which case, by whom, and what was left', async () => {
  const { manager, voucher, own, other } = await buildStatement({ seesAllCases: true })

  const answer = await read(manager, voucher.id, '?count=exact')

  const id = expect.any(String) as string
  const used = { id, kind: 'draw', employee: 'Mette Holm', minutes: 25, units: -30 }
  const sold = { id, kind: 'sale', employee: null, minutes: null, units: 600 }
  expect(answer.json()).toEqual({
    data: [
      { ...used, day: '2026-03-02', caseNumber: other, balanceAfter: 540 },
      { ...used, day: '2026-02-02', caseNumber: own, balanceAfter: 570 },
      { ...sold, day: '2026-01-01', caseNumber: null, balanceAfter: 600 },
    ],
    page: { after: null, hasMore: false, total: 3 },
  })
})

test('who sees their own cases only sees no number of another', async () => {
  const { manager, voucher, own } = await buildStatement({ seesAllCases: false })

  const rows = await rowsOf(manager, voucher.id)
  const seen = await lookAsContact(
    server,
    { ...manager, seesAllCases: false },
    'SELECT case_number AS number FROM extranet_pool_ledger ORDER BY sequence DESC',
  )

  expect(rows.map(({ caseNumber }) => caseNumber)).toEqual([null, own, null])
  expect(seen).toEqual([{ number: null }, { number: own }, { number: null }])
})

test.for([
  ['2026-03-02', 3, 540],
  ['2026-03-01', 2, 570],
  ['2026-02-02', 1, 600],
  ['2025-12-31', 0, undefined],
] as const)('up to %s there are %i movements', async ([to, count, left]) => {
  const { manager, voucher } = await buildStatement({ seesAllCases: true })

  const rows = await rowsOf(manager, voucher.id, `?to=${to}`)

  expect(rows).toHaveLength(count)
  expect(rows[0]?.balanceAfter).toBe(left)
})

test('a statement comes page by page, and a cursor is for its own statement', async () => {
  const { manager, voucher } = await buildStatement({ seesAllCases: true })
  const elsewhere = await buildStatement({ seesAllCases: true })

  const first = (await read(manager, voucher.id, '?limit=2')).json<Page>()
  const after = first.page.after ?? ''
  const second = await rowsOf(manager, voucher.id, `?limit=2&after=${after}`)
  const foreign = await read(elsewhere.manager, elsewhere.voucher.id, `?limit=2&after=${after}`)

  expect([...first.data, ...second].map(({ balanceAfter }) => balanceAfter)).toEqual([540, 570, 600])
  expect(foreign.json()).toMatchObject({ code: 'invalid_cursor' })
})
