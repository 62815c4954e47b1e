import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  createAutomationRule,
  getAutomationRule,
  listAutomationRules,
  orderAutomationRules,
  removeAutomationRule,
  updateAutomationRule,
} from '@timedesk/contracts/automation-rules'
import { dryRunAutomationRule, listAutomationRuns } from '@timedesk/contracts/automation-runs'
import { listCaseStatuses } from '@timedesk/contracts/case-settings'
import { listCaseFields } from '@timedesk/contracts/custom-fields'
import { previewConditions } from '@timedesk/contracts/dispatch-rules'
import { listSettingLog } from '@timedesk/contracts/setting-log'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { chase, dryRun, escalate, greet, refusedRun } from '../test/automation-cast.ts'
import { buildMe, pageOf } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = { timeout: 40_000 }
const administrator = { me: buildMe('administrator') }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()

beforeEach(() => asked.mockClear())

function show(address: string, options = administrator) {
  const desk = showDesk(address, options)
  server.use(
    answer(listAutomationRules, { data: [greet, chase, escalate] }),
    answer(getAutomationRule, chase),
    answer(listAutomationRuns, pageOf(refusedRun)),
    answer(previewConditions, { matches: 14, of: 420, isCut: false, examples: [] }),
    answer(listCaseStatuses, { data: [] }),
    answer(listCaseFields, { data: [] }),
    answer(listSettingLog, pageOf()),
  )
  return desk
}

test('rules stand in two lists, and moving one keeps those of the other kind where they are', SLOW, async () => {
  show('/settings/automation')
  server.use(answer(orderAutomationRules, { data: [escalate, chase, greet] }, ({ body }) => asked(body)))

  const events = within(await screen.findByRole('list', { name: 'When something happens' }))
  expect(events.getByText('Greet')).toBeTruthy()
  expect(events.getByText('Stops the rest')).toBeTruthy()
  const times = within(screen.getByRole('list', { name: 'When time has passed' }))
  expect(times.getByText('2 days after we answered, not answered by the customer')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  events.getByRole('button', { name: 'Move Greet' }).focus()
  await user.keyboard('{ArrowDown}')

  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ ruleIds: [escalate.id, chase.id, greet.id] }))
})

test('a rule is switched off in the list; one that was changed meanwhile stays as it is', SLOW, async () => {
  show('/settings/automation')
  server.use(refuse(updateAutomationRule, 'stale_version'))
  const box = await screen.findByRole('switch', { name: 'Greet is switched on' })
  await user.click(box)

  expect(await screen.findByRole('alert')).toBeTruthy()
  await waitFor(() => expect(box).toHaveProperty('checked', true))
  server.use(answer(updateAutomationRule, { ...greet, isActive: false }, ({ body }) => asked(body)))
  await user.click(box)
  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ isActive: false }))
})

test('who may not change settings sees the rules without a way to change them', SLOW, async () => {
  show('/settings/automation', { me: buildMe('lead') })
  const box = await screen.findByRole('switch', { name: 'Greet is switched on' })
  expect(box).toHaveProperty('disabled', true)
  expect(screen.queryByRole('button', { name: 'Move Greet' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'New event rule' })).toBeNull()
})

test('what is wrong with a new rule stands at its place, and nothing that was written is lost', SLOW, async () => {
  const desk = show('/settings/automation/new?kind=event')
  const at = (pointer: string, code: string) => ({ pointer: `/body/${pointer}`, code, message: 'Told in English.' })
  server.use(
    refuse(createAutomationRule, 'invalid_request', [
      at('trigger/events', 'too_small'),
      at('actions/0/statusId', 'invalid_format'),
      at('actions/1/body', 'invalid_format'),
    ]),
  )
  await user.type(await screen.findByRole('textbox', { name: /Name/u }), 'Solve it')
  for (const kind of ['Status', 'Write an internal note']) {
    await user.click(screen.getByRole('button', { name: 'Add an action' }))
    await user.click(await screen.findByRole('menuitem', { name: kind }))
  }
  await user.click(screen.getByRole('textbox', { name: 'Note' }))
  await user.paste('Dear {{contact.frstName}}')
  expect(screen.getByText('There is no variable {{contact.frstName}}.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save' }))

  expect(await screen.findByText('Choose at least one.')).toBeTruthy()
  const status = within(screen.getByRole('group', { name: 'Status' }))
  expect(status.getByText('Choose one.')).toBeTruthy()
  expect(screen.getByDisplayValue('Dear {{contact.frstName}}')).toBeTruthy()

  server.use(answer(createAutomationRule, greet, ({ body }) => asked(body)))
  await user.click(screen.getByRole('checkbox', { name: 'The customer wrote' }))
  await user.click(screen.getByRole('button', { name: 'Remove Status' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(asked).toHaveBeenCalledExactlyOnceWith({
      ...{ name: 'Solve it', conditions: [], stopsAfter: false, isActive: true },
      trigger: { kind: 'event', events: ['contact_replied'] },
      actions: [{ kind: 'note', body: 'Dear {{contact.frstName}}' }],
    }),
  )
  await waitFor(() => expect(desk.location?.pathname).toBe('/settings/automation'))
})

test('a stored rule is changed as a whole: its time in the unit in which it reads best', SLOW, async () => {
  show(`/settings/automation/${chase.id}`)
  server.use(answer(updateAutomationRule, chase, ({ body }) => asked(body)))
  const amount = await screen.findByRole('textbox', { name: /How long/u })
  expect(amount).toHaveProperty('value', '2')
  expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull()
  await user.clear(amount)
  await user.type(amount, '3')
  await user.click(screen.getByRole('button', { name: 'Save' }))

  await waitFor(() =>
    expect(asked).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        trigger: { kind: 'time', since: 'last_staff_reply', minutes: 4_320, isBefore: false },
        actions: chase.actions,
      }),
    ),
  )
})

test('the run log says why a run was refused, and a dry run tells case by case what it would do', SLOW, async () => {
  show(`/settings/automation/${chase.id}`)
  server.use(answer(dryRunAutomationRule, dryRun, ({ body }) => asked(body)))
  const log = within(await screen.findByRole('table', { name: 'Run log' }))
  expect(await log.findByText('Status: Something has to be done before the case may move there.')).toBeTruthy()

  await user.click(screen.getByRole('button', { name: 'Run it dry' }))
  expect(await screen.findByText('It would have fitted 14 times, on 12 of 420 cases.')).toBeTruthy()
  const hits = within(screen.getByRole('table', { name: 'Case by case' }))
  expect(hits.getByRole('link', { name: '#1042 Cannot print invoices' })).toBeTruthy()
  expect(hits.getByText('+ waiting')).toBeTruthy()
  expect(hits.getByRole('row', { name: /#1041.*no such move/u })).toBeTruthy()
  expect(asked).toHaveBeenCalledExactlyOnceWith({
    days: 30,
    rule: { trigger: chase.trigger, conditions: [], actions: chase.actions },
  })
  expect(await axeViolations(document.body)).toEqual([])

  await user.click(screen.getByRole('button', { name: 'Remove Tags' }))
  expect(screen.getByText(/rule has changed since/u)).toBeTruthy()
})

test('a rule that never ran is removed after it was asked', SLOW, async () => {
  const desk = show(`/settings/automation/${escalate.id}`)
  server.use(answer(getAutomationRule, escalate), answer(removeAutomationRule, null, asked))
  await user.click(await screen.findByRole('button', { name: 'Remove' }))
  expect(asked).not.toHaveBeenCalled()
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }))

  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  await waitFor(() => expect(desk.location?.pathname).toBe('/settings/automation'))
})
