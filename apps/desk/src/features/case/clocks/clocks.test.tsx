import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listPriorities } from '@timedesk/contracts/case-settings'
import { getCase, markCaseRead, updateCase } from '@timedesk/contracts/cases'
import { getCaseClocks, setCaseDeadline, type CaseClocks } from '@timedesk/contracts/clocks'
import { getContact } from '@timedesk/contracts/contacts'
import { getCaseCover } from '@timedesk/contracts/cover'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { listTimeline } from '@timedesk/contracts/dialogue'
import type { CaseDue } from '@timedesk/contracts/work-list'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../../../test/answers.ts'
import { anna, buildCase, buildMessage, ids, mette, pageOf } from '../../../test/build.ts'
import { besideAnswers } from '../../../test/case-answers.ts'
import { showDesk } from '../../../test/show.tsx'

const SLOW = { timeout: 30_000 }
const HOUR_MS = 3_600_000
const AT = '2026-03-02T09:00:00.000Z'
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()
const owner = { ...mette, department: 'Support' }

const ledger: CaseClocks = {
  policy: {
    ...{ id: ids.waiting, name: 'Gold', version: 3, why: 'agreement', calendar: 'Weekdays 8–16', priority: 'High' },
    ...{ keepsDue: false, appliedAt: AT, isShownToCustomers: true },
  },
  others: [{ id: ids.solved, name: 'Standard', lostBy: 'less_specific' }],
  deadline: null,
  clocks: [
    {
      ...{ clock: 'resolution', cycle: 1, state: 'paused', result: 'missed', startedAt: AT, stoppedAt: null },
      ...{ stoppedBy: null, dueAt: '2026-03-02T13:00:00.000Z', isByHand: false, target: 240, used: 250 },
      ...{ remaining: -10, share: 104, warnings: [{ share: 75, at: '2026-03-02T12:00:00.000Z', owner }] },
      breach: { at: '2026-03-02T13:00:00.000Z', owner: { id: null, name: null, department: 'Support' } },
      segments: [
        {
          ...{ state: 'running', from: AT, to: '2026-03-02T13:10:00.000Z', minutes: 250, cause: 'created' },
          ...{ status: null, reason: null, actor: { kind: 'contact', name: anna.name } },
        },
        {
          ...{ state: 'paused', from: '2026-03-02T13:10:00.000Z', to: null, minutes: 30, cause: 'status' },
          status: { name: 'Waiting for customer', category: 'waiting_customer' },
          ...{ reason: 'Asked for the version', actor: { kind: 'employee', name: mette.name } },
        },
      ],
    },
  ],
}

function dueIn(hours: number, overrides: Partial<CaseDue> = {}): CaseDue {
  const at = new Date(Date.now() + hours * HOUR_MS).toISOString()
  return { at, clock: 'resolution', state: 'running', share: 50, isByHand: false, ...overrides }
}

beforeEach(() => {
  asked.mockClear()
  server.use(
    answer(getCase, buildCase({ due: dueIn(1.5) })),
    answer(getCaseClocks, ledger),
    ...besideAnswers,
    answer(listTimeline, pageOf(buildMessage())),
    answer(markCaseRead, null),
    refuse(getCustomerCard, 'permission_denied'),
    refuse(getContact, 'permission_denied'),
    refuse(getCaseCover, 'permission_denied'),
  )
})

test.for([
  ['counts down', dueIn(1.5), 'Clocks of the case: Solution: 1:30 left'],
  ['says by how much it is over', dueIn(-2), 'Clocks of the case: Solution: over by 2:00'],
  [
    'says why it stands still',
    dueIn(1, { at: null, state: 'paused' }),
    'Clocks of the case: Solution: paused in “Open”',
  ],
  ['tells a deadline by hand', dueIn(1, { isByHand: true }), 'Clocks of the case: Deadline: 1:00 left'],
  ['says that nothing is promised', null, 'Clocks of the case: Nothing is promised'],
] as const)('the slab %s', SLOW, async ([, due, name]) => {
  server.use(answer(getCase, buildCase({ due })))
  showDesk('/cases/1042')

  expect(await screen.findByRole('button', { name })).toBeTruthy()
})

test('the ledger opens by key and tells the policy, why, and every stretch with who caused it', SLOW, async () => {
  showDesk('/cases/1042')
  await screen.findByRole('heading', { level: 1 })
  await user.keyboard('d')

  const drawer = within(await screen.findByRole('dialog', { name: 'Clocks of #1042' }))
  expect((await drawer.findByRole('region', { name: 'What is promised' })).textContent).toContain(
    'Gold because of the agreement',
  )
  expect(drawer.getByText('is less its own than the one that counts')).toBeTruthy()
  const clock = within(drawer.getByRole('article', { name: 'Solution' }))
  expect(clock.getByRole('img', { name: 'Solution: 4:10 running, 0:30 paused' })).toBeTruthy()
  expect(clock.getByText(/^Missed .* when the queue of Support had it$/u)).toBeTruthy()
  expect(clock.getByText(/^75% used .* when Mette Holm in Support had it$/u)).toBeTruthy()
  await user.click(clock.getByText('Every stretch (2)'))
  const rows = within(clock.getByRole('table', { name: 'Solution' })).getAllByRole('row')
  expect(rows.at(2)?.textContent).toContain('Status: Waiting for customer (Asked for the version)')
  expect(rows.at(2)?.textContent).toContain('Mette Holm')
  expect(await axeViolations(document.body)).toEqual([])
})

test('a deadline by hand takes a reason; a refusal keeps both in the form', SLOW, async () => {
  server.use(
    refuse(setCaseDeadline, 'invalid_request', [{ pointer: '/body/at', code: 'too_small', message: 'Too early.' }]),
  )
  showDesk('/cases/1042')
  await user.click(await screen.findByRole('button', { name: /^Clocks of the case/u }))
  await user.click(await screen.findByRole('button', { name: 'Set a deadline' }))

  const form = within(await screen.findByRole('dialog', { name: 'Deadline of #1042' }))
  await user.type(form.getByLabelText(/^Due at/u), '2026-04-01T10:00')
  expect(form.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true)
  await user.type(form.getByRole('textbox', { name: 'Reason' }), 'Agreed with Anna')
  await user.click(form.getByRole('button', { name: 'Save' }))
  expect(await form.findByText('This is too short or too small.')).toBeTruthy()
  expect(form.getByRole<HTMLInputElement>('textbox', { name: 'Reason' }).value).toBe('Agreed with Anna')

  server.use(answer(setCaseDeadline, buildCase(), ({ body }) => asked(body)))
  await user.click(form.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Deadline of #1042' })).toBeNull())
  expect(asked).toHaveBeenCalledExactlyOnceWith({
    at: new Date('2026-04-01T10:00').toISOString(),
    reason: 'Agreed with Anna',
  })
})

test('who may only read sees the ledger without a way to change the deadline', SLOW, async () => {
  const subject = buildCase({ due: dueIn(1) })
  server.use(answer(getCase, { ...subject, can: { ...subject.can, edit: false } }))
  showDesk('/cases/1042')
  await user.click(await screen.findByRole('button', { name: /^Clocks of the case/u }))

  expect(await screen.findByText('Nobody set one: the policy counts.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Set a deadline' })).toBeNull()
})

test.for([
  ['Count by the new priority', {}],
  ['Keep what was promised', { keepsDue: true }],
] as const)('a new priority asks what becomes of the promise: %s', SLOW, async ([choice, sent]) => {
  const high = { id: ids.anna, name: 'High', level: 2, isDefault: false, isActive: true, version: 1 }
  server.use(answer(updateCase, buildCase(), ({ body }) => asked(body)))
  showDesk('/cases/1042')
  server.use(answer(listPriorities, { data: [high] }))

  await user.click(await screen.findByRole('button', { name: 'Priority: Normal' }))
  await user.click(await screen.findByRole('menuitem', { name: 'High' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'The priority changes what is promised' }))
  expect(asked).not.toHaveBeenCalled()
  await user.click(dialog.getByRole('radio', { name: new RegExp(choice, 'u') }))
  await user.click(dialog.getByRole('button', { name: 'Change the priority' }))

  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ priorityId: high.id, ...sent }))
})
