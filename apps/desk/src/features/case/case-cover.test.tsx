import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listAgreements } from '@timedesk/contracts/agreements'
import { getCase, markCaseRead, updateCase } from '@timedesk/contracts/cases'
import { getContact } from '@timedesk/contracts/contacts'
import { decideOverage, getCaseCover } from '@timedesk/contracts/cover'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { listTimeline } from '@timedesk/contracts/dialogue'
import { listTimeEntries, type TimeEntry } from '@timedesk/contracts/time'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../../test/answers.ts'
import { buildCase, buildMe, ids, pageOf } from '../../test/build.ts'
import { besideAnswers } from '../../test/case-answers.ts'
import { caseCover, coverIds, money, voucherAgreement } from '../../test/cover-cast.ts'
import { agreement, entry } from '../../test/office-cast.ts'
import { showDesk } from '../../test/show.tsx'

const SLOW = 30_000
const lead = { me: buildMe('lead') }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()
const worked = {
  ...{ minutes: 52, billableMinutes: 60, amount: money('550.00') },
  ...{ cost: money('364.00'), revenue: money('1000.00'), profit: money('636.00') },
}
const overage: TimeEntry['pieces'][number] = {
  ...{ kind: 'overage', minutes: 30, factor: '1', amount: money('550.00'), value: money('550.00') },
  ...{ agreement: null, pool: null, units: null, hold: 'approval' },
}
const waiting = { ...entry, pieces: [overage], can: { edit: false, correct: false, decideOverage: true } }

beforeEach(() => {
  asked.mockClear()
  server.use(
    ...besideAnswers,
    answer(getCase, buildCase({ time: worked })),
    answer(getCaseCover, caseCover),
    answer(listTimeline, pageOf()),
    answer(listTimeEntries, pageOf(waiting)),
    answer(listAgreements, pageOf(agreement, voucherAgreement)),
    answer(markCaseRead, null),
    refuse(getCustomerCard, 'permission_denied'),
    refuse(getContact, 'permission_denied'),
  )
})

async function card() {
  return within(await screen.findByRole('region', { name: 'Agreement and cover' }))
}

test('the card says what pays in order, what is left, and what the time came to', { timeout: SLOW }, async () => {
  showDesk('/cases/1042', lead)
  const cover = await card()

  expect(await cover.findByText('2:45 of 10:00 h left')).toBeTruthy()
  expect(cover.getByText('Beyond that: waits until somebody accepts it')).toBeTruthy()
  expect(cover.getByText('not for this type of case')).toBeTruthy()
  const facts = cover.getAllByRole('term').map((term) => term.textContent)
  expect(facts).toEqual([
    'Registered',
    'Billable',
    'Of it prepaid',
    'Amount',
    'Waits for a decision',
    'Cost',
    'Earned',
    'Profit',
  ])
  expect(await axeViolations(document.body)).toEqual([])
})

test('overage is accepted with a reason; a refusal keeps it', { timeout: SLOW }, async () => {
  server.use(refuse(decideOverage, 'nothing_to_decide'))
  showDesk('/cases/1042', lead)
  await user.click(await (await card()).findByRole('button', { name: 'Accept the overage of #1042' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Accept 0:30 beyond the cover?' }))
  await user.type(dialog.getByLabelText(/^Reason/u), 'Anna agreed')
  await user.click(dialog.getByRole('button', { name: 'Accept' }))

  expect(await dialog.findByText('No overage of this entry waits for a decision any more.')).toBeTruthy()
  expect(dialog.getByLabelText<HTMLInputElement>(/^Reason/u).value).toBe('Anna agreed')
  server.use(answer(decideOverage, entry, ({ body }) => asked(body)))
  await user.click(dialog.getByRole('button', { name: 'Accept' }))
  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ verdict: 'accepted', reason: 'Anna agreed' }))
})

test.for([
  ['#32 Ten hours ahead', { agreementId: coverIds.voucherAgreement }],
  ['Outside contract', { isOutsideContract: true }],
] as const)('what pays is changed to %s', { timeout: SLOW }, async ([choice, body]) => {
  server.use(answer(updateCase, buildCase(), (seen) => asked(seen.body)))
  showDesk('/cases/1042', lead)
  await user.click(await (await card()).findByRole('button', { name: 'Change what pays' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'What pays for #1042?' }))
  await user.click(await dialog.findByRole('radio', { name: choice }))
  await user.click(dialog.getByRole('button', { name: 'Use it' }))

  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith(body))
})

test('a case outside contract says so and asks nobody', { timeout: SLOW }, async () => {
  const outside = { ...caseCover, isOutsideContract: true, asked: [], passedOver: [], heldAmount: null }
  server.use(answer(getCaseCover, outside), answer(getCase, buildCase({ isOutsideContract: true })))
  showDesk('/cases/1042', { language: 'da' })

  expect(await screen.findByText('Uden for aftale: ingen aftale betaler, efter valg.')).toBeTruthy()
})

test('cost and profit stay out for those who may not see them', { timeout: SLOW }, async () => {
  const hidden = { ...worked, cost: null, revenue: null, profit: null }
  server.use(answer(getCase, buildCase({ time: hidden, id: ids.case })))
  showDesk('/cases/1042')
  const cover = await card()

  expect(await cover.findByText('Of it prepaid')).toBeTruthy()
  expect(cover.queryByText('Profit')).toBeNull()
})

test('cover that cannot be read leaves the rest of the card', { timeout: SLOW }, async () => {
  server.use(refuse(getCaseCover, 'permission_denied'))
  showDesk('/cases/1042', lead)
  const cover = await card()

  expect(await cover.findByText('What covers the case could not be read.')).toBeTruthy()
  expect(cover.getByText('Registered')).toBeTruthy()
})
