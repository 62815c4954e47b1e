import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  createCaseView,
  listCaseViews,
  orderCaseViews,
  removeCaseView,
  updateCaseView,
} from '@timedesk/contracts/case-views'
import { listCases } from '@timedesk/contracts/work-list'
import { defaultColumns } from '@timedesk/domain/query/shipped-views'
import { beforeAll, expect, test } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, server } from '../test/answers.ts'
import { buildMe, buildSummary, ids, pageOf } from '../test/build.ts'
import { buildShippedViews, buildView, PRINTERS_VIEW_ID } from '../test/build-view.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = { timeout: 30_000 }
const printers = buildView()

// The screen and what comes with it are fetched apart, which takes its time on a busy machine.
beforeAll(async () => {
  await import('./cases-page.tsx')
  await import('../features/work-list/views/view-dialogs.tsx')
}, 60_000)

function show(address: string, me = buildMe()) {
  const desk = showDesk(address, { me })
  const asked: URLSearchParams[] = []
  server.use(
    answer(listCases, pageOf(buildSummary()), ({ query }) => asked.push(query)),
    answer(listCaseViews, { data: [...buildShippedViews(), printers] }),
  )
  return { desk, asked }
}

test('a list that was narrowed is kept as a view of one’s own', SLOW, async () => {
  const sent: unknown[] = []
  const { desk } = show('/cases?view=active&q=tag:printing&sort=due&group=customer')
  server.use(answer(createCaseView, printers, ({ body }) => sent.push(body)))

  await userEvent.click(await screen.findByRole('button', { name: 'Save as a view' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Save as a view' }))
  expect(dialog.getByRole('radio', { name: 'Everyone' }).hasAttribute('disabled')).toBe(true)
  await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Printers')
  await userEvent.click(dialog.getByRole('radio', { name: 'Bolt' }))
  expect(await axeViolations(document.body)).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(desk.location?.search).toBe(`?view=${PRINTERS_VIEW_ID}`))
  expect(sent).toMatchObject([
    {
      ...{ name: 'Printers', icon: 'bolt', scope: 'private', departmentId: null, query: 'tag:printing' },
      ...{ columns: defaultColumns, sort: 'due', group: 'customer' },
    },
  ])
})

test('a saved view is shown as it was kept, changed, and removed', SLOW, async () => {
  const sent: unknown[] = []
  const { desk, asked } = show(`/cases?view=${PRINTERS_VIEW_ID}`)
  server.use(
    answer(updateCaseView, printers, ({ body }) => sent.push(body)),
    answer(removeCaseView, null, () => sent.push('removed')),
  )

  await userEvent.click(await screen.findByRole('button', { name: 'Printers' }))
  await waitFor(() => expect(asked.at(-1)?.get('q')).toBe('tag:printing is:active'))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Change “Printers”' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Change the view' }))
  await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), ' upstairs')
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(sent).toMatchObject([{ name: 'Printers upstairs', query: 'tag:printing is:active' }]))

  await userEvent.click(await screen.findByRole('button', { name: 'Printers' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Change “Printers”' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Remove the view' }))
  const question = await screen.findByRole('dialog', { name: 'Remove “Printers”?' })
  await userEvent.click(within(question).getByRole('button', { name: 'Remove the view' }))

  await waitFor(() => expect(desk.location?.search).toBe(''))
  expect(sent).toContain('removed')
})

test('a view is taken out of the navigation, for this person alone', SLOW, async () => {
  const sent: unknown[] = []
  show('/cases')
  const views = buildShippedViews()
  server.use(
    answer(orderCaseViews, { data: views.map((view) => ({ ...view, isPinned: view.id !== 'drafts' })) }, ({ body }) =>
      sent.push(body),
    ),
  )

  await userEvent.click(await screen.findByRole('button', { name: 'Inbox' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Arrange the views' }))
  await userEvent.click(await screen.findByRole('switch', { name: 'Drafts in the navigation' }))

  const kept = [...views, printers].map(({ id }) => ({ id, isPinned: id !== 'drafts' }))
  await waitFor(() => expect(sent).toEqual([{ views: kept }]))
  const navigation = screen.getByRole('navigation', { name: 'Main navigation', hidden: true })
  await waitFor(() => expect(within(navigation).queryByText('Drafts')).toBeNull())
})

test('a view that is gone says so', async () => {
  show(`/cases?view=${ids.open}`)

  expect(await screen.findByRole('heading', { name: 'This view is not there any more' })).toBeTruthy()
})

test('groups have heads, sorting and columns follow what is chosen', SLOW, async () => {
  const { desk } = show('/cases?view=active&group=due')
  const late = buildSummary({ group: { key: 'past', name: null } })
  const later = buildSummary({ id: ids.anna, number: 1043, subject: 'Toner', group: { key: 'later', name: null } })
  server.use(answer(listCases, pageOf(late, later)))

  const grid = within(await screen.findByRole('grid', { name: 'Cases' }))
  const lines = await grid.findAllByRole('row')
  const heads = lines.flatMap((line, place) => (line.hasAttribute('data-case') ? [] : [[place, line.textContent]]))
  expect(heads.slice(1)).toEqual([
    [1, 'Past'],
    [3, 'Later'],
  ])
  await userEvent.click(grid.getByRole('button', { name: 'No.' }))
  expect(desk.location?.search).toBe('?view=active&sort=-number&group=due')

  await userEvent.click(screen.getByRole('button', { name: 'Display' }))
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Responsible' }))
  await waitFor(() => expect(grid.queryByRole('columnheader', { name: 'Responsible' })).toBeNull())
  expect(grid.getByRole('columnheader', { name: 'Due' })).toBeTruthy()
})
