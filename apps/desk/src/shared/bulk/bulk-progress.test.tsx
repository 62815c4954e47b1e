import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getBulkAction, undoBulkAction } from '@timedesk/contracts/bulk-actions'
import { axeViolations } from '@timedesk/ui/test/axe'
import { afterEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../../test/answers.ts'
import { buildBulk, buildDoneBulk } from '../../test/bulk-cast.ts'
import { showPart } from '../../test/show-part.tsx'
import { BulkCorner } from './bulk-corner.tsx'
import { forgetBulk, watchBulk } from './watched-bulks.ts'

const SLOW = { timeout: 40_000 }
const user = userEvent.setup({ delay: null })
const { id } = buildBulk()
const noGroups = { changed: 3, unchanged: 0, refused: 0, groups: [] }

afterEach(() => act(() => forgetBulk(id)))

async function show(language: 'en' | 'da' = 'en') {
  watchBulk(id)
  showPart(<BulkCorner />, { language })
  return within(await screen.findByRole('region', { name: language === 'en' ? 'Many cases at once' : /på én gang/u }))
}

test('nothing is shown while nothing is under way', () => {
  showPart(<BulkCorner />)
  expect(screen.queryByRole('region')).toBeNull()
})

test('how far it is stands on every page until it is done', SLOW, async () => {
  server.use(answer(getBulkAction, buildBulk({ state: 'running', done: 1 })))
  const corner = await show()

  expect(await corner.findByText('Changing cases: 1 of 3')).toBeTruthy()
  expect(corner.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('33.33333333333333')
  expect(await axeViolations(document.body)).toEqual([])
  server.use(answer(getBulkAction, buildDoneBulk()))
  expect(await corner.findByText('2 cases changed, 1 left out.')).toBeTruthy()
})

test('it is undone with one press, and what stays is told with its reason', SLOW, async () => {
  server.use(answer(getBulkAction, buildDoneBulk()))
  const corner = await show()
  const undone = buildDoneBulk({
    ...{ state: 'undone', can: { commit: false, undo: false } },
    undo: { undone: 1, kept: 1, groups: buildBulk().plan.groups.map((group) => ({ ...group, code: 'changed_since' })) },
  })
  server.use(answer(undoBulkAction, undone), answer(getBulkAction, undone))

  await user.click(await corner.findByRole('button', { name: 'Undo' }))
  expect(await corner.findByText('1 case is as it was, 1 keeps something.')).toBeTruthy()
  await user.click(corner.getByRole('button', { name: 'Why?' }))

  const dialog = within(await screen.findByRole('dialog', { name: 'Cases that keep something' }))
  expect(dialog.getByText('Somebody changed it meanwhile')).toBeTruthy()
  expect(dialog.getByRole('link', { name: '#1042 Cannot print invoices' })).toBeTruthy()
})

test('an undo that comes too late says so', SLOW, async () => {
  server.use(answer(getBulkAction, buildDoneBulk()), refuse(undoBulkAction, 'undo_expired'))
  const corner = await show()
  await user.click(await corner.findByRole('button', { name: 'Undo' }))
  expect(await corner.findByText('It is too late to undo it.')).toBeTruthy()
})

test('what went as it was meant to leaves by itself with the time for undoing', SLOW, async () => {
  server.use(answer(getBulkAction, buildDoneBulk({ result: noGroups, plan: noGroups })))
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setInterval', 'clearInterval'] })
  try {
    const corner = await show()
    await corner.findByRole('button', { name: 'Undo' })
    await act(() => vi.advanceTimersByTimeAsync(31_000))
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull())
  } finally {
    vi.useRealTimers()
  }
})

test('it is told in Danish too', SLOW, async () => {
  server.use(answer(getBulkAction, buildDoneBulk()))
  const corner = await show('da')
  expect(await corner.findByText('2 sager er ændret, 1 sprunget over.')).toBeTruthy()
  expect(corner.getByRole('button', { name: 'Fortryd' })).toBeTruthy()
})
