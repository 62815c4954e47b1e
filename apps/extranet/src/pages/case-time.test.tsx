import { extranetListTime, type ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import { extranetGetCase, extranetListTimeline } from '@timedesk/contracts/extranet-cases'
import { screen, within } from '@testing-library/react'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'
import { answer, refuse, server } from '../test/answers.ts'
import { agreementIds, buildTimeLine } from '../test/build-agreement.ts'
import { buildCase, buildMe, ids, pageOf } from '../test/build.ts'
import { show } from '../test/show.tsx'

type Totals = { minutes: number; billableMinutes: number; amount: { amount: string; currency: string } | null }

function answerTime(shown: 'none' | 'approved' | 'live', lines: ExtranetTimeLine[], totals: Partial<Totals> = {}) {
  const sums = { minutes: 25, billableMinutes: 30, amount: null, ...totals }
  server.use(
    answer(extranetGetCase, buildCase({ can: { reply: false, solve: false, reopen: false, followUp: false } })),
    answer(extranetListTimeline, pageOf()),
    answer(extranetListTime, { ...pageOf(...lines), shown, totals: sums }),
  )
}

async function rowsOfTime(name = 'Time on the case'): Promise<string[]> {
  const rows = within(await screen.findByRole('table', { name })).getAllByRole('row')
  return rows.map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))
}

test('a manager reads who did what, what it counts as and what pays for it', async () => {
  const split = buildTimeLine({
    id: ids.message,
    text: '',
    minutes: 40,
    billableMinutes: 60,
    coveredBy: [
      { kind: 'voucher', name: 'V-12', minutes: 45, hold: null },
      { kind: 'overage', name: 'Support voucher', minutes: 15, hold: 'approval' },
    ],
    amount: { amount: '237.50', currency: 'DKK' },
  })
  const covered = buildTimeLine({ amount: { amount: '0.00', currency: 'DKK' } })
  answerTime('live', [covered, split], {
    minutes: 65,
    billableMinutes: 90,
    amount: { amount: '237.50', currency: 'DKK' },
  })
  const { container } = show('/cases/1042', buildMe('manager'))

  expect(await rowsOfTime()).toEqual([
    'WorkDayWorkedCounts asCovered byAmount',
    'Reset of the mail profileSupport · Mette Holm2 Mar 20260:250:30Voucher V-12kr 0.00',
    'SupportMette Holm2 Mar 20260:401:000:45 Voucher V-120:15 Beyond the agreement, waits to be acceptedkr 237.50',
    'In total1:051:30kr 237.50',
  ])
  expect(screen.getByText('Time appears here as it is registered.')).toBeTruthy()
  expect(await axeViolations(container)).toEqual([])
})

test.for(['requester', 'bookkeeper'] as const)(
  'a %s reads it too, without amounts where none is shown',
  async (role) => {
    answerTime('approved', [buildTimeLine()])
    show('/cases/1042', buildMe(role))

    expect(await rowsOfTime()).toEqual([
      'WorkDayWorkedCounts asCovered by',
      'Reset of the mail profileSupport · Mette Holm2 Mar 20260:250:30Voucher V-12',
      'In total0:250:30',
    ])
    expect(screen.getByText('Time appears here once it has been approved.')).toBeTruthy()
  },
)

test.for([
  ['voucher', null, 'Klippekort V-12'],
  ['subscription', null, 'Abonnement V-12'],
  ['time_spent', null, 'Faktureres efter tid'],
  ['overage', null, 'Ud over aftalen, faktureres efter tid'],
  ['overage', 'blocked', 'Ud over aftalen, ikke afklaret endnu'],
  ['overage', 'declined', 'Ud over aftalen, opkræves ikke'],
  ['non_billable', null, 'Opkræves ikke'],
  ['missing_rate', null, 'Prisen er ikke fastsat endnu'],
] as const)('a line of %s, held by %s, is told in plain words', async ([kind, hold, told]) => {
  answerTime('live', [buildTimeLine({ coveredBy: [{ kind, name: 'V-12', minutes: 30, hold }] })])
  show('/cases/1042', buildMe('manager', { language: 'da' }))

  const [, line] = await rowsOfTime('Tid på sagen')

  expect(line).toMatch(new RegExp(`0:30${told}$`, 'u'))
})

test('what was taken back stands there as such', async () => {
  const back = buildTimeLine({ id: ids.message, text: '', minutes: -25, billableMinutes: -30, isReversal: true })
  answerTime('live', [buildTimeLine(), back], { minutes: 0, billableMinutes: 0 })
  show('/cases/1042', buildMe('manager'))

  expect((await rowsOfTime()).slice(2)).toEqual([
    'Taken backAn earlier line is taken back.Support · Mette Holm2 Mar 2026-0:25-0:30Voucher V-12',
    'In total0:000:00',
  ])
})

test('where no time is shown, there is not even a heading', async () => {
  answerTime('none', [])
  show('/cases/1042', buildMe('manager'))

  await screen.findByText('Nothing has been written yet.')

  await expect.poll(() => screen.queryByRole('heading', { name: 'Time' })).toBeNull()
  expect(screen.queryByRole('table')).toBeNull()
})

test('time that is yet to come is promised', async () => {
  answerTime('approved', [], { minutes: 0, billableMinutes: 0 })
  show('/cases/1042', buildMe('manager'))

  expect(await screen.findByText('No time to show yet.')).toBeTruthy()
})

test('time that cannot be read says so, and the case stands there all the same', async () => {
  answerTime('live', [])
  server.use(refuse(extranetListTime, 'unavailable'))
  const { user } = show('/cases/1042', buildMe('manager'))
  await screen.findByText('We are not ready right now. Try again in a moment.')

  answerTime('live', [buildTimeLine({ id: agreementIds.line })])
  await user.click(screen.getByRole('button', { name: 'Try again' }))

  expect(await rowsOfTime()).toHaveLength(3)
})
