import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCaseRuns } from '@timedesk/contracts/automation-runs'
import { getCaseLinks, linkCase, unlinkCase } from '@timedesk/contracts/case-links'
import { getCase, updateCase } from '@timedesk/contracts/cases'
import {
  addChecklistItem,
  applyChecklist,
  getCaseChecklist,
  listChecklistTemplates,
  orderChecklist,
  updateChecklistItem,
} from '@timedesk/contracts/checklists'
import { listCaseFields, type CaseField } from '@timedesk/contracts/custom-fields'
import { listCases } from '@timedesk/contracts/work-list'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../../test/answers.ts'
import { buildCase, buildSummary, ids, pageOf } from '../../test/build.ts'
import { caseAnswers, buildChecklist, noLinks } from '../../test/case-answers.ts'
import { showDesk } from '../../test/show.tsx'

const SLOW = { timeout: 40_000 }
const AT = '2026-03-02T09:15:00.000Z'
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()

const rules = { typeIds: null, shownWhen: [], requiredWhen: null, requiredFor: 'never' as const }
const device: CaseField = {
  ...{ id: ids.waiting, key: 'device', name: 'Device', nameDa: 'Enhed', help: '', helpDa: null, kind: 'choice' },
  ...{ range: null, forContacts: 'shown', rules },
  options: [
    { id: ids.open, label: 'Printer', labelDa: null, parentId: null, isActive: true },
    { id: ids.solved, label: 'Screen', labelDa: 'Skærm', parentId: null, isActive: true },
  ],
}
const label: CaseField = {
  ...{ ...device, id: ids.anna, key: 'label', name: 'Label', nameDa: null, kind: 'text', options: [] },
  rules: {
    ...{ ...rules, requiredFor: 'always' as const },
    shownWhen: [{ field: `field:${device.id}`, op: 'is', values: [ids.open] }],
  },
}
const screenValue = {
  ...{ id: device.id, key: 'device', name: 'Device', nameDa: 'Enhed', kind: 'choice' as const },
  ...{ value: ids.solved, label: 'Screen', labelDa: 'Skærm', isShown: true },
}

beforeEach(() => {
  asked.mockClear()
  server.use(...caseAnswers)
})

async function card(name: string) {
  return within(await screen.findByRole('region', { name }, { timeout: 25_000 }))
}

test('fields show by their rules while they are filled in; a refusal stands at its field', SLOW, async () => {
  server.use(
    answer(getCase, buildCase({ fields: [screenValue] })),
    answer(listCaseFields, { data: [device, label] }),
    refuse(updateCase, 'field_required', [
      { pointer: `/body/fields/${label.id}`, code: 'field_required', message: 'Needed.' },
    ]),
  )
  showDesk('/cases/1042')
  const fields = await card('Fields')
  expect(fields.getByText('Screen')).toBeTruthy()

  await user.click(fields.getByRole('button', { name: 'Edit the fields' }))
  expect(fields.queryByRole('textbox', { name: 'Label' })).toBeNull()
  await user.click(await fields.findByRole('combobox', { name: 'Device' }))
  await user.click(await screen.findByRole('option', { name: 'Printer' }))
  await user.type(await fields.findByRole('textbox', { name: 'Label' }), 'P-7')
  await user.click(fields.getByRole('button', { name: 'Save' }))
  expect(await fields.findByText('This has to be filled in.')).toBeTruthy()
  expect(fields.getByRole<HTMLInputElement>('textbox', { name: 'Label' }).value).toBe('P-7')

  server.use(answer(updateCase, buildCase(), ({ body }) => asked(body)))
  await user.click(fields.getByRole('button', { name: 'Save' }))

  await waitFor(() =>
    expect(asked).toHaveBeenCalledExactlyOnceWith({ fields: { [device.id]: ids.open, [label.id]: 'P-7' } }),
  )
})

test('the checklist is ticked, added to and put in order by keyboard', SLOW, async () => {
  const list = buildChecklist()
  const keys = list.data.map(({ id }) => id)
  server.use(
    answer(getCaseChecklist, list),
    answer(updateChecklistItem, list, ({ body }) => asked(body)),
    answer(addChecklistItem, list, ({ body }) => asked(body)),
    answer(orderChecklist, list, ({ body }) => asked(body)),
  )
  showDesk('/cases/1042')
  const checklist = await card('Checklist')
  expect(await checklist.findByText('0 of 2 done')).toBeTruthy()

  const first = checklist.getByRole('checkbox', { name: /Make a copy of the data/u })
  first.focus()
  await user.keyboard(' ')
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith({ isDone: true }))
  await user.type(checklist.getByRole('textbox', { name: 'Add an item' }), 'Call Anna{Enter}')
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith({ text: 'Call Anna', isRequired: false }))
  await waitFor(() => expect(checklist.getByRole<HTMLInputElement>('textbox', { name: 'Add an item' }).value).toBe(''))
  const handles = checklist.getAllByRole('button', { name: /copy of the data|colleagues/u })
  handles.find((handle) => handle.hasAttribute('data-order-handle'))?.focus()
  await user.keyboard('{ArrowDown}')

  await waitFor(() => expect(asked).toHaveBeenLastCalledWith({ itemIds: keys.toReversed() }))
})

test('a tick that is refused comes off again, and the corner says why', SLOW, async () => {
  server.use(answer(getCaseChecklist, buildChecklist()), refuse(updateChecklistItem, 'case_closed'))
  showDesk('/cases/1042')
  const checklist = await card('Checklist')

  await user.click(await checklist.findByRole('checkbox', { name: /Make a copy of the data/u }))

  expect(await screen.findByText('The case is closed. Reopen it first.')).toBeTruthy()
  await waitFor(() => expect(checklist.getByText('0 of 2 done')).toBeTruthy())
})

test('a template is added, and who may only read sees the list alone', SLOW, async () => {
  const template = {
    ...{ id: ids.message, name: 'New workplace', items: [], types: [], position: 1, isActive: true, version: 1 },
  }
  server.use(
    answer(listChecklistTemplates, { data: [template] }),
    answer(applyChecklist, buildChecklist(), ({ body }) => asked(body)),
  )
  showDesk('/cases/1042')
  const checklist = await card('Checklist')
  await user.click(await checklist.findByRole('button', { name: 'Add a template' }))
  await user.click(await screen.findByRole('menuitem', { name: 'New workplace' }))

  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ templateId: template.id }))
  expect(await checklist.findByText('Tell the colleagues')).toBeTruthy()
})

test('a case is linked to another one by what that is to it, and is let go again', SLOW, async () => {
  const above = buildSummary({ id: ids.message, number: 1040, subject: 'Move the office' })
  server.use(answer(listCases, pageOf(above)), refuse(linkCase, 'tree_cycle'))
  showDesk('/cases/1042')
  const links = await card('Linked cases')
  await user.click(await links.findByRole('button', { name: 'Link, merge or split' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Link to another case' }))
  await user.click(await links.findByRole('combobox', { name: 'What the other case is to this one' }))
  await user.click(await screen.findByRole('option', { name: 'Above it' }))
  await user.type(links.getByRole('textbox', { name: 'The other case' }), 'office')
  await user.click(await screen.findByRole('option', { name: /Move the office/u }))
  expect(await links.findByRole('alert')).toBeTruthy()

  const parent = { ...above, customer: buildCase().customer }
  server.use(
    answer(linkCase, { ...noLinks, parent }, () => asked('linked')),
    answer(getCaseLinks, { ...noLinks, parent }),
    answer(unlinkCase, noLinks, () => asked('unlinked')),
  )
  await user.click(links.getByRole('textbox', { name: 'The other case' }))
  await user.click(await screen.findByRole('option', { name: /Move the office/u }))
  expect(await links.findByRole('link', { name: '#1040 Move the office' })).toBeTruthy()
  server.use(answer(getCaseLinks, noLinks))
  await user.click(links.getByRole('button', { name: 'Take the link to #1040 away' }))
  expect(await links.findByText('Linked to no other case.')).toBeTruthy()
  expect(asked.mock.calls).toEqual([['linked'], ['unlinked']])
})

test('the run log says what rules did, and why one was refused', SLOW, async () => {
  const run = {
    ...{ id: ids.open, at: AT, rule: { id: ids.anna, name: 'Chase answers' }, depth: 1, eventId: null },
    case: { id: ids.case, number: 1042, subject: 'Cannot print invoices' },
    cause: { event: 'contact_replied' as const, since: null, at: AT },
  }
  server.use(
    answer(
      listCaseRuns,
      pageOf(
        { ...run, outcome: 'done' as const, actions: [{ action: 'priority', value: 'High' }], refusal: null },
        {
          ...{ ...run, id: ids.solved, outcome: 'refused' as const, actions: [] },
          refusal: { code: 'case_closed', action: 'status', detail: 'The case is closed' },
        },
      ),
    ),
  )
  showDesk('/cases/1042')
  const runs = await card('Rules that ran')

  expect(runs.getByRole('img', { name: 'Done' })).toBeTruthy()
  expect(runs.getByText('Priority: High')).toBeTruthy()
  expect(runs.getByText('Status: The case is closed. Reopen it first.')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})
