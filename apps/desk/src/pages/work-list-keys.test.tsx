import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { followCase } from '@timedesk/contracts/case-attention'
import { getCase, updateCase } from '@timedesk/contracts/cases'
import { listPriorities } from '@timedesk/contracts/case-settings'
import { listTimeline } from '@timedesk/contracts/dialogue'
import { listCases } from '@timedesk/contracts/work-list'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildCase, buildMessage, buildSummary, ids, pageOf } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'

const ROWS = [
  buildSummary(),
  buildSummary({ id: ids.anna, number: 1043, subject: 'Toner is empty', mergedIntoNumber: 7 }),
  buildSummary({ id: ids.mette, number: 1044, subject: 'Screen flickers' }),
]
const urgent = {
  ...{ id: ids.activity, name: 'Urgent', level: 1, isActive: true, position: 1, version: 1 },
  ...{ isDefault: false, color: 'red' as const },
}

// The screen and what comes with it are fetched apart, which takes its time on a busy machine.
beforeAll(async () => {
  await import('./cases-page.tsx')
  await import('../features/work-list/peek/peek.tsx')
}, 60_000)

beforeEach(() => {
  showDesk('/cases')
  server.use(
    answer(listCases, pageOf(...ROWS)),
    answer(getCase, buildCase()),
    answer(listTimeline, pageOf(buildMessage({ body: 'It says **0x97**.' }))),
  )
})

const grid = async () => within(await screen.findByRole('grid', { name: 'Cases' }))
const chosen = async () =>
  (await grid()).getAllByRole('row', { selected: true }).map((row) => within(row).getByRole('link').textContent)

test('Space shows a case beside the list, and the arrows go on through it', async () => {
  await grid()

  await userEvent.keyboard('j{Home} ')
  const first = await screen.findByRole('complementary', { name: 'Preview of #1042' })
  expect(await within(first).findByText('0x97')).toBeTruthy()
  await userEvent.keyboard('{ArrowDown}')
  const second = await screen.findByRole('complementary', { name: 'Preview of #1043' })
  expect(within(second).getByRole('link', { name: 'Went on in #7' }).getAttribute('href')).toBe('/cases/7')
  await userEvent.keyboard('{Escape}')

  await waitFor(() => expect(screen.queryByRole('complementary', { name: /^Preview/u })).toBeNull())
})

test('x chooses, Shift with j goes on, and Escape lets go', async () => {
  await grid()

  await userEvent.keyboard('j{Home}x{Shift>}J{/Shift}')
  expect(await chosen()).toEqual(['Cannot print invoices', 'Toner is empty'])
  await userEvent.keyboard('{Shift>}K{/Shift}')
  expect(await chosen()).toEqual(['Cannot print invoices'])
  await userEvent.keyboard('{Escape}')

  expect((await grid()).queryAllByRole('row', { selected: true })).toEqual([])
})

test('the list has one tab stop, and Home and End go to its ends', async () => {
  const rows = (await grid()).getAllByRole('row').filter((row) => row.hasAttribute('data-case'))

  await userEvent.keyboard('j{End}')
  expect(document.activeElement).toBe(rows[2])
  expect(rows.filter((row) => row.tabIndex === 0)).toEqual([rows[2]])
  await userEvent.keyboard('{Home}')

  expect(document.activeElement).toBe(rows[0])
})

test('a figure gives the case that has the focus a priority, and the row shows it at once', async () => {
  const sent: unknown[] = []
  server.use(
    answer(listPriorities, { data: [urgent] }),
    answer(updateCase, buildCase({ priority: urgent, version: 2 }), ({ body }) => sent.push(body)),
  )
  await grid()

  await userEvent.keyboard('j{Home}1')

  expect(await (await grid()).findByRole('img', { name: /Urgent/u })).toBeTruthy()
  await waitFor(() => expect(sent).toEqual([{ priorityId: ids.activity }]))
})

test('a priority that is refused is taken back, and why is told', async () => {
  server.use(answer(listPriorities, { data: [urgent] }), refuse(updateCase, 'permission_denied'))
  await grid()

  await userEvent.keyboard('j{Home}1')

  expect(await screen.findByText(/may not/iu)).toBeTruthy()
  expect((await grid()).queryByRole('img', { name: /Urgent/u })).toBeNull()
})

test('w follows the case that has the focus', async () => {
  let isFollowed = false
  const attention = { followers: [], isFollowing: true, isMuted: false, snoozedUntil: null }
  server.use(answer(followCase, attention, () => (isFollowed = true)))
  await grid()

  await userEvent.keyboard('j{Home}w')

  await waitFor(() => expect(isFollowed).toBe(true))
})
