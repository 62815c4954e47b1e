import { extranetListAgreements, type ExtranetAgreement } from '@timedesk/contracts/extranet-agreements'
import { extranetListCases } from '@timedesk/contracts/extranet-cases'
import { screen, within } from '@testing-library/react'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'
import { answer, refuse, server } from '../test/answers.ts'
import { agreementIds, buildAgreement, buildPeriod, buildPool } from '../test/build-agreement.ts'
import { buildMe, pageOf } from '../test/build.ts'
import { show } from '../test/show.tsx'

const money = { amount: '12000.00', currency: 'DKK' }

function answerAgreements(...data: ExtranetAgreement[]) {
  server.use(answer(extranetListAgreements, { data }))
}

async function card(name: string) {
  return within(await screen.findByRole('article', { name }))
}

test('a manager reads what is left, how long it lasts and what comes after', async () => {
  answerAgreements(buildAgreement())
  const { container } = show('/agreements', buildMe('manager'))

  const shown = await card('Support voucher')

  expect(shown.getByRole('meter', { name: 'Voucher V-12' }).getAttribute('aria-valuetext')).toBe(
    '3:15 of 10:00 hours left',
  )
  expect(shown.getByText('6:45 hours used')).toBeTruthy()
  expect(shown.getByText('Lasts until about 14 May 2098 at the present pace')).toBeTruthy()
  expect(shown.getByText('Can be used until 31 Dec 2099')).toBeTruthy()
  expect(shown.getByText(/Work beyond it is billed by the hour/)).toBeTruthy()
  expect(shown.getByRole('link', { name: 'Read the agreement' }).getAttribute('href')).toBe(
    `/agreements/${agreementIds.voucher}`,
  )
  expect(await axeViolations(container)).toEqual([])
})

test('a bookkeeper finds the agreements in the navigation', async () => {
  answerAgreements(buildAgreement())
  server.use(answer(extranetListCases, pageOf()))
  const { user } = show('/', buildMe('bookkeeper', { language: 'da' }))

  await user.click(await screen.findByRole('link', { name: 'Aftaler' }))

  const shown = await card('Support voucher')
  expect(screen.getByRole('heading', { level: 1, name: 'Aftaler' })).toBeTruthy()
  expect(shown.getByText('Klippekort V-12')).toBeTruthy()
  expect(shown.getByText('3:15 af 10:00 timer tilbage')).toBeTruthy()
})

test('a requester is led to no agreements and is told so at the address', async () => {
  show('/agreements', buildMe('requester'))

  expect(await screen.findByText('Agreements are shown to managers and bookkeepers.')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Agreements' })).toBeNull()
})

test.for([
  ['cases', buildPool({ unit: 'cases', granted: 10, available: 1 }), '1 of 10 cases left', '9 cases used'],
  [
    'money',
    buildPool({ unit: 'money', granted: 1_200_000, available: 35_050, price: money }),
    'kr 350.50 of kr 12,000.00 left',
    'kr 11,649.50 used',
  ],
  ['nothing', buildPool({ available: 0, state: 'exhausted' }), '0:00 of 10:00 hours left', 'Used up'],
] as const)('a voucher of %s says what is left in its own unit', async ([, pool, left, used]) => {
  answerAgreements(buildAgreement({ pools: [pool], shows: { balances: true, money: true } }))
  show('/agreements', buildMe('manager'))

  const shown = await card('Support voucher')

  expect(shown.getByRole('meter').getAttribute('aria-valuetext')?.replaceAll('\u00A0', ' ')).toBe(left)
  expect(shown.getByText(used)).toBeTruthy()
})

test('where balances are kept back, a sentence says so and no box stays empty', async () => {
  const hidden = buildPool({ granted: null, available: null, emptyOn: null })
  answerAgreements(buildAgreement({ pools: [hidden], shows: { balances: false, money: false } }))
  show('/agreements', buildMe('manager'))

  const shown = await card('Support voucher')

  expect(screen.getByText('How much is left is not shown here. Ask us, and we will tell you.')).toBeTruthy()
  expect(shown.queryByRole('meter')).toBeNull()
  expect(shown.queryByText(/hours/)).toBeNull()
})

test.for([
  ['bill', 'Work beyond it is billed by the hour, unless another agreement covers it.'],
  ['approve', 'We ask before work beyond it is billed, unless another agreement covers it.'],
  [
    'block',
    'Work beyond it is not billed before we have found a solution with you, unless another agreement covers it.',
  ],
] as const)('overage under the policy %s is told in plain words', async ([overagePolicy, sentence]) => {
  answerAgreements(buildAgreement({ overagePolicy }))
  show('/agreements', buildMe('manager'))

  const shown = await card('Support voucher')

  expect(shown.getByText(sentence, { exact: false })).toBeTruthy()
})

test('a subscription shows its periods, with amounts only where money is shown', async () => {
  const quota = buildPool({ kind: 'quota', name: '2026-03', validFrom: '2026-03-01' })
  const coming = buildPeriod({ id: agreementIds.line, from: '2098-04-01', to: '2098-04-30' })
  const subscription = { settlement: 'subscription' as const, heading: 'Support plan', pools: [quota] }
  answerAgreements(
    buildAgreement({ ...subscription, periods: [coming, buildPeriod()], shows: { balances: true, money: true } }),
    buildAgreement({
      ...{ ...subscription, id: agreementIds.subscription, heading: 'Quiet plan' },
      periods: [{ ...coming, amount: null }],
    }),
  )
  show('/agreements', buildMe('bookkeeper'))

  const open = await card('Support plan')
  const quiet = await card('Quiet plan')

  expect(open.getByText('Included work from 1 Mar 2026')).toBeTruthy()
  expect(open.getAllByRole('listitem').map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))).toEqual([
    '1 Apr 2098 to 30 Apr 2098Support plankr 4,500.00',
  ])
  expect(open.queryByText('Amounts are not shown here.')).toBeNull()
  expect(quiet.getByText('Amounts are not shown here.')).toBeTruthy()
  expect(quiet.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '1 Apr 2098 to 30 Apr 2098Support plan',
  ])
})

test('work by the hour, unlimited work and an ended agreement say what they are', async () => {
  const unlimited = buildPool({ kind: 'quota', unit: 'unlimited', granted: 0, available: 0, emptyOn: null })
  answerAgreements(
    buildAgreement({ heading: 'Hourly', settlement: 'time_spent', pools: [] }),
    buildAgreement({
      id: agreementIds.subscription,
      heading: 'All in',
      settlement: 'subscription',
      pools: [unlimited],
    }),
    buildAgreement({ id: agreementIds.hourly, heading: 'Old one', state: 'ended', pools: [buildPool()] }),
  )
  show('/agreements', buildMe('manager'))

  const hourly = await card('Hourly')
  const all = await card('All in')
  const old = await card('Old one')

  expect(hourly.getByText('Work is billed by the hour, as it is done.')).toBeTruthy()
  expect(all.getByText('Unlimited work is included')).toBeTruthy()
  expect(all.queryByText(/Work beyond it/)).toBeNull()
  expect(old.getByText('Ended')).toBeTruthy()
  expect(old.queryByRole('meter')).toBeNull()
})

test('without agreements, the page says when one appears', async () => {
  show('/agreements', buildMe('manager', { language: 'da' }))

  expect(await screen.findByRole('heading', { name: 'Ingen aftaler at vise' })).toBeTruthy()
})

test('a failure says so and can be tried again', async () => {
  server.use(refuse(extranetListAgreements, 'unavailable'))
  const { user } = show('/agreements', buildMe('manager'))
  await screen.findByText('We are not ready right now. Try again in a moment.')

  answerAgreements(buildAgreement())
  await user.click(screen.getByRole('button', { name: 'Try again' }))

  expect(await card('Support voucher')).toBeTruthy()
})

test('a voucher of money says that its balance is kept back while the others are shown', async () => {
  const hidden = buildPool({ id: agreementIds.otherPool, unit: 'money', granted: null, available: null, emptyOn: null })
  answerAgreements(buildAgreement({ pools: [buildPool(), hidden] }))
  show('/agreements', buildMe('bookkeeper'))

  const shown = await card('Support voucher')

  expect(shown.getByText(/How much is left of this amount is not shown here/)).toBeTruthy()
  expect(shown.getAllByRole('meter')).toHaveLength(1)
})

test('a paused agreement says that nothing counts on it, and not what would come after', async () => {
  answerAgreements(buildAgreement({ state: 'suspended' }))
  show('/agreements', buildMe('manager'))

  const shown = await card('Support voucher')

  expect(shown.getByText('It is paused: new work does not count on it until it goes on.')).toBeTruthy()
  expect(shown.queryByText(/Work beyond it/)).toBeNull()
})
