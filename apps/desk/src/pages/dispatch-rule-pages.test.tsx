import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCaseFields } from '@timedesk/contracts/custom-fields'
import {
  createDispatchRule,
  getDispatchRule,
  listDispatchRules,
  orderDispatchRules,
  previewConditions,
  removeDispatchRule,
  updateDispatchRule,
} from '@timedesk/contracts/dispatch-rules'
import { rehearseChange } from '@timedesk/contracts/rehearsals'
import { listSettingLog } from '@timedesk/contracts/setting-log'
import { listSkills } from '@timedesk/contracts/skills'
import { listDepartments } from '@timedesk/contracts/staff'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { networks, nights, printers, supportDepartment } from '../test/dispatch-cast.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = { timeout: 30_000 }
const administrator = { me: buildMe('administrator') }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()
const matches = {
  ...{ matches: 14, of: 420, isCut: false },
  examples: [{ id: ids.case, number: 1042, subject: 'Cannot print invoices' }],
}

beforeEach(() => asked.mockClear())

function show(address: string, options = administrator) {
  const desk = showDesk(address, options)
  server.use(
    answer(listDispatchRules, { data: [printers, nights] }),
    answer(getDispatchRule, printers),
    answer(previewConditions, matches),
    answer(listSkills, { data: [networks] }),
    answer(listDepartments, pageOf(supportDepartment)),
    answer(listCaseFields, { data: [] }),
    answer(listSettingLog, pageOf()),
  )
  return desk
}

test('rules say in words what they ask for and where they send, and are moved by keyboard', SLOW, async () => {
  show('/settings/dispatch-rules')
  server.use(answer(orderDispatchRules, { data: [nights, printers] }, ({ body }) => asked(body)))

  expect(await screen.findByText('Subject or text contains printer or toner')).toBeTruthy()
  expect(screen.getByText('Customer is Nordlys Energi')).toBeTruthy()
  expect(screen.getByText('Hour is between 20:00 – 06:00')).toBeTruthy()
  expect(screen.getByText('→ Support in turn')).toBeTruthy()
  expect(screen.getByText('Networks, last Mette Holm')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  screen.getByRole('button', { name: 'Move Printers' }).focus()
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ ruleIds: [nights.id, printers.id] }))
})

test('an order that others changed meanwhile is told, and the rules are read again', async () => {
  show('/settings/dispatch-rules')
  await screen.findByRole('link', { name: 'Printers' })
  server.use(refuse(orderDispatchRules, 'conflict'), answer(listDispatchRules, { data: [nights] }))
  screen.getByRole('button', { name: 'Move Printers' }).focus()
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Printers' })).toBeNull())
  expect(await screen.findByText('Something else already uses this value.')).toBeTruthy()
})

test('who may not write settings reads the rules and moves nothing', async () => {
  show('/settings/dispatch-rules', { me: buildMe('agent') })
  expect(await screen.findByText('Printers')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Printers' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Move Printers' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'New rule' })).toBeNull()
})

test('a new rule is written, tells what it matches, and is sent whole', SLOW, async () => {
  const desk = show('/settings/dispatch-rules/new')
  server.use(
    answer(previewConditions, matches, ({ body }) => asked(body)),
    answer(createDispatchRule, printers, ({ body }) => asked(body)),
  )
  await user.type(await screen.findByRole('textbox', { name: /^Name/u }), 'Toner')
  const save = screen.getByRole('button', { name: 'Save' })
  expect(save.hasAttribute('disabled')).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Add a condition' }))
  expect(screen.getByText('Give each condition a value to see what it matches.')).toBeTruthy()
  const condition = within(screen.getByRole('group', { name: 'Condition 1' }))
  await choose(condition.getByRole('combobox', { name: 'What' }), 'Product')
  await user.type(condition.getByRole('combobox', { name: 'Values' }), 'Toner{Enter}')
  const conditions = [{ field: 'product', op: 'is', values: ['Toner'] }]
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith({ conditions }))
  expect(await screen.findByText('14 of 420 cases of the last 90 days.')).toBeTruthy()

  await user.click(screen.getByRole('radio', { name: 'Who knows it best' }))
  await choose(screen.getByRole('textbox', { name: 'Department' }), 'Support')
  expect(save.hasAttribute('disabled')).toBe(true)
  await choose(screen.getByRole('combobox', { name: /^Skills/u }), 'Networks')
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(save)
  const target = { kind: 'skilled', departmentId: ids.department, skillIds: [networks.id] }
  await waitFor(() => expect(asked).toHaveBeenCalledWith({ name: 'Toner', conditions, target, isActive: true }))
  await waitFor(() => expect(desk.location?.pathname).toBe('/settings/dispatch-rules'))
})

test('what is wrong with a condition and the target stands there, and nothing written is lost', SLOW, async () => {
  show(`/settings/dispatch-rules/${printers.id}`)
  const problem = (pointer: string, code: string) => ({ pointer, code, message: 'It is wrong.' })
  server.use(
    refuse(updateDispatchRule, 'rule_refused', [
      problem('/body/conditions/1/values/0', 'unusable'),
      problem('/body/target/employeeId', 'reference_refused'),
    ]),
  )
  const name = await screen.findByRole('textbox', { name: /^Name/u })
  await user.type(name, ' and toner')
  await user.click(screen.getByRole('button', { name: 'Save' }))

  const condition = within(screen.getByRole('group', { name: 'Condition 2' }))
  expect(await condition.findByText('There is no such thing any more.')).toBeTruthy()
  expect(screen.getByText('This cannot be used; it may be inactive.')).toBeTruthy()
  expect(screen.getByDisplayValue('Printers and toner')).toBeTruthy()
  expect(within(screen.getByRole('group', { name: 'Condition 1' })).queryByText(/no such thing/u)).toBeNull()
})

test('a rule is rehearsed as it is written', SLOW, async () => {
  show(`/settings/dispatch-rules/${printers.id}`)
  const calm = {
    omits: [],
    from: '2026-08-28T00:00:00.000Z',
    to: '2026-11-26T00:00:00.000Z',
    isCut: false,
    figures: [],
    rows: [],
  }
  server.use(answer(rehearseChange, { ...calm, cases: 812, differing: 0 }, ({ body }) => asked(body)))
  await user.click(await screen.findByRole('radio', { name: 'Each in turn' }))
  await choose(screen.getByRole('textbox', { name: 'Department' }), 'Support')
  await user.click(await screen.findByRole('button', { name: 'Rehearse' }))
  await waitFor(() =>
    expect(asked).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        change: expect.objectContaining({
          kind: 'dispatch_rule',
          ruleId: printers.id,
          rule: expect.objectContaining({
            target: { kind: 'round_robin', departmentId: ids.department, skillIds: [] },
          }) as object,
        }) as object,
      }),
    ),
  )
  expect(await screen.findByText('Nothing would differ in 812 cases.')).toBeTruthy()
})

test('a rule is removed after it was asked', async () => {
  const desk = show(`/settings/dispatch-rules/${printers.id}`)
  server.use(answer(removeDispatchRule, null, asked))
  await user.click(await screen.findByRole('button', { name: 'Remove' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove “Printers”?' }))
  expect(asked).not.toHaveBeenCalled()
  await user.click(dialog.getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(desk.location?.pathname).toBe('/settings/dispatch-rules'))
  expect(asked).toHaveBeenCalledTimes(1)
})

async function choose(box: HTMLElement, option: string): Promise<void> {
  await user.click(box)
  await user.click(await screen.findByRole('option', { name: option }))
}
