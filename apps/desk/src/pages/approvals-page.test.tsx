import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { decideCorrection, listCorrections } from '@timedesk/contracts/corrections'
import { decideOverage, listOverage } from '@timedesk/contracts/cover'
import { getPeriodLock, movePeriodLock, type PeriodLock } from '@timedesk/contracts/period-lock'
import { decideWeek, listWeekSheets } from '@timedesk/contracts/week-sheets'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'
import { buildEntry, buildPiece, buildWeek, kroner } from '../test/time-cast.ts'

const lead = { me: buildMe('lead') }
const submitted = { ...buildWeek({ state: 'submitted', submittedAt: '2026-03-09T08:00:00.000Z', minutes: 2150 }) }
const lock: PeriodLock = {
  softLockedThrough: '2026-02-28',
  hardLockedThrough: '2026-01-31',
  openWeeks: 2,
  heldEntries: 3,
  history: [
    {
      at: '2026-03-02T09:00:00.000Z',
      byName: 'Sofie Lund',
      softLockedThrough: '2026-02-28',
      hardLockedThrough: '2026-01-31',
      reason: '',
    },
  ],
  version: 4,
}
const correction = { entryId: ids.case, reason: 'Wrong day' }
const reversal = buildEntry({ id: ids.open, minutes: -30, correction: { kind: 'reversal', ...correction } })
const replacement = buildEntry({ id: ids.solved, minutes: 15, correction: { kind: 'replacement', ...correction } })
const overrun = buildEntry({
  pieces: [
    buildPiece({ minutes: 20 }),
    buildPiece({ kind: 'overage', minutes: 10, amount: kroner('158.33'), hold: 'approval', pool: null }),
  ],
  can: { edit: false, correct: false, decideOverage: true },
})

test.for([
  ['/time/approvals', answer(listWeekSheets, pageOf(submitted)), 'Week 10 · 2 Mar 2026'],
  ['/time/approvals?tab=corrections', answer(listCorrections, pageOf(reversal, replacement)), '0:30 → 0:15'],
  ['/time/approvals?tab=overage', answer(listOverage, pageOf(overrun)), '0:10'],
  ['/time/approvals?tab=period', answer(getPeriodLock, lock), 'Sofie Lund'],
] as const)('%s shows what waits and breaks no rule of accessibility', async ([address, handler, text]) => {
  server.use(handler)
  showDesk(address, lead)

  expect(await screen.findByText(text)).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test.for([
  ['/time/approvals', answer(listWeekSheets, pageOf()), 'No week waits'],
  ['/time/approvals?tab=corrections', answer(listCorrections, pageOf()), 'No correction waits'],
  ['/time/approvals?tab=overage', answer(listOverage, pageOf()), 'No overage waits'],
] as const)('%s says that nothing waits', async ([address, handler, title]) => {
  server.use(handler)
  showDesk(address, lead)

  expect(await screen.findByRole('heading', { name: title })).toBeTruthy()
})

test.for([
  ['/time/approvals', listWeekSheets],
  ['/time/approvals?tab=corrections', listCorrections],
  ['/time/approvals?tab=overage', listOverage],
  ['/time/approvals?tab=period', getPeriodLock],
] as const)('%s says when it is refused', async ([address, route]) => {
  server.use(refuse(route, 'permission_denied'))
  showDesk(address)

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
})

test('a week is approved from the list', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  server.use(
    answer(listWeekSheets, pageOf(submitted)),
    answer(decideWeek, submitted, ({ body }) => onRequest(body)),
  )
  showDesk('/time/approvals', lead)
  await userEvent.click(await screen.findByRole('button', { name: 'Approve week 10 of Mette Holm' }))

  await waitFor(() => expect(onRequest).toHaveBeenCalledExactlyOnceWith({ verdict: 'approved' }))
})

test('a correction counts as one, and is approved as one', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  server.use(
    answer(listCorrections, pageOf(reversal, replacement)),
    answer(decideCorrection, null, ({ body }) => onRequest(body)),
  )
  showDesk('/time/approvals?tab=corrections', lead)
  await userEvent.click(await screen.findByRole('button', { name: 'Approve' }))

  await waitFor(() => expect(onRequest).toHaveBeenCalledExactlyOnceWith({ verdict: 'approved' }))
})

test('overage is accepted with a reason, which a refusal keeps', async () => {
  server.use(answer(listOverage, pageOf(overrun)), refuse(decideOverage, 'nothing_to_decide'))
  showDesk('/time/approvals?tab=overage', lead)
  await userEvent.click(await screen.findByRole('button', { name: 'Accept' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toMatch(/0:10 is charged: kr\s158\.33/u)
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Agreed with Anna.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Accept' }))

  expect(await screen.findByText('No overage of this entry waits for a decision any more.')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Reason' }).value).toBe('Agreed with Anna.')
})

test('moving a lock back asks why before it is sent', async () => {
  const onRequest = vi.fn<(body: unknown) => void>()
  server.use(
    answer(getPeriodLock, lock),
    answer(movePeriodLock, lock, ({ body }) => onRequest(body)),
  )
  showDesk('/time/approvals?tab=period', { me: buildMe('finance') })
  const field = await screen.findByLabelText(/^Closed up to/u)
  await userEvent.clear(field)
  await userEvent.type(field, '2026-01-31')
  const button = screen.getByRole('button', { name: 'Reopen the period' })
  expect(button).toHaveProperty('disabled', true)
  await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'A late invoice')
  await userEvent.click(button)

  await waitFor(() =>
    expect(onRequest).toHaveBeenCalledExactlyOnceWith({
      softLockedThrough: '2026-01-31',
      hardLockedThrough: '2026-01-31',
      reason: 'A late invoice',
    }),
  )
})

test('a lead sees how far the books are closed, and cannot move it', async () => {
  server.use(answer(getPeriodLock, lock))
  showDesk('/time/approvals?tab=period', lead)

  expect(await screen.findByText('Sofie Lund')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Close the period' })).toBeNull()
})

test('who approves nothing has no such place', async () => {
  server.use(refuse(listWeekSheets, 'permission_denied'))
  showDesk('/time/approvals')

  await screen.findByRole('heading', { name: 'You may not see this' })
  expect(screen.queryByRole('link', { name: 'Approvals' })).toBeNull()
})
