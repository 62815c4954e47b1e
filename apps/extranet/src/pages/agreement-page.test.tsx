import { extranetGetAgreement, extranetListStatement } from '@timedesk/contracts/extranet-agreements'
import { fireEvent, screen, within } from '@testing-library/react'
import { axeViolations } from '@timedesk/ui/test/axe'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { answer, refuse, server } from '../test/answers.ts'
import { agreementIds, buildAgreement, buildMovement, buildPeriod, buildPool } from '../test/build-agreement.ts'
import { buildMe, pageOf } from '../test/build.ts'
import { show } from '../test/show.tsx'

const address = `/agreements/${agreementIds.voucher}`
const other = buildPool({ id: agreementIds.otherPool, name: 'V-9', state: 'expired', available: 0 })
const bought = buildMovement({
  id: agreementIds.period,
  kind: 'sale',
  day: '2026-01-01',
  caseNumber: null,
  employee: null,
  minutes: null,
  units: 600,
  balanceAfter: 600,
})

const saved: Blob[] = []

// jsdom keeps no files in memory to be saved.
beforeAll(() => {
  Object.assign(URL, {
    createObjectURL: (file: Blob) => `#${String(saved.push(file))}`,
    revokeObjectURL: () => undefined,
  })
})
afterEach(() => {
  saved.length = 0
})

async function rowsOfStatement(name: string): Promise<(string | null)[]> {
  const table = within(await screen.findByRole('table', { name }))
  return table.getAllByRole('row').map(({ textContent }) => textContent)
}

test('a manager reads what was used on which case, and what was left', async () => {
  server.use(
    answer(extranetGetAgreement, buildAgreement({ poNumber: 'PO-77', terms: 'Answer within a day.' })),
    answer(extranetListStatement, pageOf(buildMovement(), bought)),
  )
  const { container } = show(address, buildMe('manager'))

  expect(await rowsOfStatement('Statement: Voucher V-12')).toEqual([
    'DayWhatCaseByWorkedChangeLeft',
    '2 Mar 2026Used#1042Mette Holm0:25-0:303:15',
    '1 Jan 2026Bought+10:0010:00',
  ])
  expect(screen.getByRole('link', { name: '#1042' }).getAttribute('href')).toBe('/cases/1042')
  expect(screen.getByText('PO-77')).toBeTruthy()
  expect(screen.getByText('Answer within a day.')).toBeTruthy()
  expect(await axeViolations(container)).toEqual([])
})

test('another voucher and a last day can be chosen, and stand in the request', async () => {
  const asked: string[] = []
  server.use(
    answer(extranetGetAgreement, buildAgreement({ pools: [buildPool(), other] })),
    answer(extranetListStatement, pageOf(bought), ({ query }) => asked.push(query.toString())),
  )
  const { user } = show(address, buildMe('bookkeeper'))
  await rowsOfStatement('Statement: Voucher V-12')

  await user.click(screen.getByRole('combobox', { name: 'Statement of' }))
  await user.click(await screen.findByRole('option', { name: 'Voucher V-9' }))
  await rowsOfStatement('Statement: Voucher V-9')
  fireEvent.change(screen.getByLabelText('Booked up to and including'), { target: { value: '2026-02-28' } })
  await screen.findByRole('button', { name: 'Up to today' })

  await expect.poll(() => asked).toEqual(['limit=50', 'limit=50', 'to=2026-02-28&limit=50'])
})

test('the statement can be taken home as a file', async () => {
  server.use(
    answer(extranetGetAgreement, buildAgreement()),
    answer(extranetListStatement, pageOf(buildMovement(), bought)),
  )
  const { user } = show(`${address}?to=2026-03-31`, buildMe('bookkeeper'))

  await user.click(await screen.findByRole('button', { name: 'Download as CSV' }))

  await expect.poll(() => saved.length).toBe(1)
  expect(await saved[0]?.text()).toContain('2026-03-02,Used,1042,Mette Holm,25,-30,195\r\n')
})

test('a failed download says why beside the button', async () => {
  server.use(answer(extranetGetAgreement, buildAgreement()), answer(extranetListStatement, pageOf(bought)))
  const { user } = show(address, buildMe('manager'))
  await rowsOfStatement('Statement: Voucher V-12')

  server.use(refuse(extranetListStatement, 'rate_limited'))
  await user.click(screen.getByRole('button', { name: 'Download as CSV' }))

  expect(await screen.findByText('That was a little too often. Wait a moment and try again.')).toBeTruthy()
  expect(saved).toEqual([])
})

test('a statement with nothing in it says up to when', async () => {
  server.use(answer(extranetGetAgreement, buildAgreement()), answer(extranetListStatement, pageOf()))
  show(`${address}?to=2025-12-31`, buildMe('manager', { language: 'da' }))

  expect(await screen.findByText('Intet er bogført til og med 31. dec. 2025.')).toBeTruthy()
})

test('where balances are kept back there is no statement, only a sentence', async () => {
  const hidden = buildPool({ granted: null, available: null, emptyOn: null })
  server.use(
    answer(extranetGetAgreement, buildAgreement({ pools: [hidden], shows: { balances: false, money: false } })),
  )
  show(address, buildMe('bookkeeper'))

  expect(await screen.findByText(/What was used is not shown here/)).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Download as CSV' })).toBeNull()
})

test('the periods of a subscription stand with what each cost', async () => {
  const credit = buildPeriod({ id: agreementIds.line, kind: 'credit', amount: { amount: '-150.00', currency: 'DKK' } })
  const plan = buildAgreement({
    settlement: 'subscription',
    pools: [],
    periods: [credit, buildPeriod()],
    shows: { balances: true, money: true },
  })
  server.use(answer(extranetGetAgreement, plan))
  show(address, buildMe('manager'))

  const rows = within(await screen.findByRole('table', { name: 'Periods' })).getAllByRole('row')

  expect(rows.map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))).toEqual([
    'PeriodWhatAmount',
    '1 Mar 2026 to 31 Mar 2026Credit: Support plan-kr 150.00',
    '1 Mar 2026 to 31 Mar 2026Support plankr 4,500.00',
  ])
})

test('an agreement that is not there says so', async () => {
  server.use(refuse(extranetGetAgreement, 'not_found'))
  show(address, buildMe('manager'))

  expect(await screen.findByRole('heading', { name: 'There is no such agreement' })).toBeTruthy()
})

test('a requester is told that agreements are for others', async () => {
  show(address, buildMe('requester'))

  expect(await screen.findByText('Agreements are shown to managers and bookkeepers.')).toBeTruthy()
})
