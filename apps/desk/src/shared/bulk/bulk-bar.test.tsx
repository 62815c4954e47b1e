import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { commitBulkAction, getBulkAction, planBulkAction } from '@timedesk/contracts/bulk-actions'
import { listPriorities } from '@timedesk/contracts/case-settings'
import { axeViolations } from '@timedesk/ui/test/axe'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../../test/answers.ts'
import { buildMe, ids } from '../../test/build.ts'
import { buildBulk } from '../../test/bulk-cast.ts'
import { showPart } from '../../test/show-part.tsx'
import { BulkBar } from './bulk-bar.tsx'
import type { BulkSelection } from './bulk-selection.ts'
import { forgetBulk } from './watched-bulks.ts'

const SLOW = { timeout: 40_000 }
const user = userEvent.setup({ delay: null })
const planned = vi.fn<(body: unknown) => void>()
const committed = vi.fn<() => void>()
const onSelectAll = vi.fn<() => void>()
const onClear = vi.fn<() => void>()

const three: BulkSelection = {
  ids: [ids.case, ids.open, ids.solved],
  query: { q: 'is:active', sort: '-lastActivityAt' },
  total: 312,
  isAll: false,
  columns: ['number', 'subject'],
}

beforeEach(() => {
  vi.clearAllMocks()
  const high = { id: ids.priority, name: 'High', level: 2, isDefault: false, isActive: true, version: 1 }
  server.use(
    answer(listPriorities, { data: [high] }),
    answer(planBulkAction, buildBulk(), ({ body }) => planned(body)),
    answer(getBulkAction, buildBulk()),
    answer(commitBulkAction, buildBulk({ state: 'running' }), () => committed()),
  )
})
afterEach(() => forgetBulk(buildBulk().id))

function show(selection = three, role?: Parameters<typeof buildMe>[0]) {
  showPart(<BulkBar selection={selection} onSelectAll={onSelectAll} onClear={onClear} />, { me: buildMe(role) })
  return within(screen.getByRole('toolbar', { name: 'Chosen cases' }))
}

async function choosePriority() {
  const dialog = await screen.findByRole('dialog', { name: 'Change the priority of 3 cases' })
  await user.click(within(dialog).getByRole('combobox', { name: 'New priority' }))
  await user.click(await screen.findByRole('option', { name: 'High' }))
  await user.click(within(dialog).getByRole('button', { name: 'See what happens' }))
  return within(dialog)
}

test('what would happen is told before anything is changed, and then carried out', SLOW, async () => {
  show()
  await user.keyboard('p')
  const dialog = await choosePriority()

  expect(await dialog.findByText('2 cases change')).toBeTruthy()
  expect(dialog.getByText('1 is left out')).toBeTruthy()
  expect(dialog.getByRole('link', { name: '#1042 Cannot print invoices' })).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  expect(planned).toHaveBeenCalledExactlyOnceWith({
    selection: { caseIds: three.ids },
    changes: [{ kind: 'priority', priorityId: ids.priority }],
  })
  expect(committed).not.toHaveBeenCalled()

  // Enter alone goes on: the button has the focus.
  await user.keyboard('{Enter}')
  await waitFor(() => expect(onClear).toHaveBeenCalledOnce())
  expect(committed).toHaveBeenCalledOnce()
})

test('one goes back and nothing was changed', SLOW, async () => {
  show()
  await user.keyboard('p')
  const dialog = await choosePriority()
  await user.click(await dialog.findByRole('button', { name: 'Back' }))

  expect(dialog.getByRole<HTMLInputElement>('combobox', { name: 'New priority' }).value).toBe('High')
  expect(committed).not.toHaveBeenCalled()
})

test('a plan that changes nothing cannot be carried out', SLOW, async () => {
  const nothing = buildBulk({ plan: { changed: 0, unchanged: 3, refused: 0, groups: [] } })
  server.use(answer(planBulkAction, nothing), answer(getBulkAction, nothing))
  show()
  await user.keyboard('p')
  const dialog = await choosePriority()

  expect(await dialog.findByText('No case changes')).toBeTruthy()
  expect(dialog.queryByRole('button', { name: /^Change/u })).toBeNull()
})

test('what keeps cases from a move is named, and which case lacks what', SLOW, async () => {
  const checklist = { pointer: '/body/override', code: 'checklist_done', message: 'A step is not done.' }
  const product = { pointer: '/body/fill/product', code: 'field_required', message: 'The move needs a product.' }
  const like = (id: string, number: number) => ({ id, number, subject: 'Printer' })
  const gates = {
    ...{ code: 'gate_closed', cases: 1, errors: [{ ...checklist, cases: 1 }] },
    examples: [{ case: like(ids.open, 1), detail: 'Something.', errors: [checklist] }],
  }
  const fields = {
    ...{ code: 'field_required', cases: 2 },
    errors: [
      { ...product, cases: 2 },
      { ...product, pointer: '/body/reason', cases: 1 },
    ],
    examples: [
      { case: like(ids.waiting, 2), detail: 'A field.', errors: [product] },
      { case: like(ids.solved, 3), detail: 'A field.', errors: [product, { ...product, pointer: '/body/reason' }] },
    ],
  }
  const plan = buildBulk({ plan: { changed: 0, unchanged: 0, refused: 3, groups: [fields, gates] } })
  server.use(answer(planBulkAction, plan), answer(getBulkAction, plan))
  show()
  await user.keyboard('p')
  const dialog = await choosePriority()

  expect(await dialog.findByText('Required items of the checklist are not done')).toBeTruthy()
  expect(dialog.getByText('Product is empty · Reason is empty: 1 case')).toBeTruthy()
  expect(dialog.getByText('#3').closest('li')?.textContent).toBe('#3 Printer · Reason is empty')
})

test('everything of the view is chosen by what the list asks, not by what is loaded', SLOW, async () => {
  const bar = show({ ...three, isAll: true })
  expect(bar.getByRole('status').textContent).toBe('All 312 of this view are chosen')
  await user.click(bar.getByRole('button', { name: 'Follow' }))

  await screen.findByRole('dialog', { name: 'Follow 312 cases' })
  await waitFor(() =>
    expect(planned).toHaveBeenCalledExactlyOnceWith({
      selection: { query: { q: 'is:active' } },
      changes: [{ kind: 'follow', isFollowed: true }],
    }),
  )
})

test('the rest of the view can be chosen, unless the view asks for nothing', SLOW, async () => {
  await user.click(show().getByRole('button', { name: 'All 312 in this view' }))
  expect(onSelectAll).toHaveBeenCalledOnce()
})

test('a view that asks for nothing cannot be chosen as a whole', SLOW, () => {
  const bar = show({ ...three, query: { sort: '-lastActivityAt' } })
  expect(bar.queryByRole('button', { name: /in this view/u })).toBeNull()
})

test('a refusal keeps what was chosen, and says why', SLOW, async () => {
  server.use(refuse(planBulkAction, 'selection_refused'))
  show()
  await user.keyboard('p')
  const dialog = await choosePriority()

  expect(await dialog.findByText('No case matches, or too many for one go.')).toBeTruthy()
  expect(dialog.getByRole<HTMLInputElement>('combobox', { name: 'New priority' }).value).toBe('High')
})

test('who may not write follows and snoozes, and is told why the rest is off', SLOW, () => {
  const bar = show(three, 'finance')
  const button = (name: string) => bar.getByRole<HTMLButtonElement>('button', { name })
  expect(button('Follow').disabled).toBe(false)
  expect(button('Snooze').disabled).toBe(false)
  expect(button('Priority').disabled).toBe(true)
  expect(button('Priority').title).toContain('You may not do that.')
})

test('the chosen cases are taken away as a file', SLOW, async () => {
  show()
  await user.keyboard('e')
  const link = await screen.findByRole<HTMLAnchorElement>('menuitem', { name: 'Excel' })
  const address = new URL(link.href)
  expect(address.pathname).toBe('/api/v1/cases/export')
  expect(Object.fromEntries(address.searchParams)).toEqual({
    ...{ sort: '-lastActivityAt', caseIds: three.ids.join(','), columns: 'number,subject', format: 'xlsx' },
  })
})
