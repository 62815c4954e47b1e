import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  listNoticeEntries,
  readNoticeEntry,
  readNotices,
  unreadNoticeEntry,
  type NoticeEntry,
} from '@timedesk/contracts/notices'
import { getCase } from '@timedesk/contracts/cases'
import { getNoticeSettings } from '@timedesk/contracts/notice-settings'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../../test/answers.ts'
import { ids, pageOf } from '../../test/build.ts'
import { showDesk } from '../../test/show.tsx'

const SLOW = { timeout: 40_000 }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(what: unknown) => void>()

function buildEntry(number: number, overrides: Partial<NoticeEntry> = {}): NoticeEntry {
  const about = {
    id: `01900000-0000-7000-8000-00000000${String(number)}`,
    number,
    subject: `Subject ${String(number)}`,
  }
  return {
    ...{ case: about, level: 'normal', isRead: false, unread: 1, count: 1 },
    latest: {
      ...{ id: ids.message, at: '2026-03-02T09:00:00.000Z', isRead: false, actorName: 'Jonas Lindqvist' },
      ...{ event: { type: 'note.written', noteId: ids.message, attachments: 0 }, case: about },
      ...{ reason: 'noted', level: 'normal' },
    },
    ...overrides,
  }
}

function latest(entry: NoticeEntry, overrides: Partial<NoticeEntry['latest']>): NoticeEntry {
  return { ...entry, latest: { ...entry.latest, ...overrides } }
}

const mentioned = latest(buildEntry(1042, { level: 'high', unread: 3, count: 5 }), {
  reason: 'mentioned',
  level: 'high',
})
const back = latest(buildEntry(1043), {
  ...{ reason: 'snooze_ended', actorName: 'Timedesk' },
  event: { type: 'case.snooze_ended', employeeId: ids.mette, employeeName: 'Mette Holm', cause: 'time' },
})
const little = latest(buildEntry(1044, { level: 'low' }), { reason: 'merged', level: 'low' })
const old = buildEntry(1045, { isRead: true, unread: 0 })

/** The desk with what the bell has to tell. */
function showBell(entries: NoticeEntry[], unread: { high: number; normal: number; low: number }, language?: 'da') {
  const desk = showDesk('/profile/notices', language === undefined ? {} : { language })
  server.use(answer(listNoticeEntries, { ...pageOf(...entries), unread }, ({ query }) => asked(query.get('unread'))))
  return desk
}

beforeEach(() => {
  asked.mockClear()
  server.use(refuse(getNoticeSettings, 'permission_denied'), refuse(getCase, 'not_found'))
})

test('what matters much is counted, one entry for each case says why and how much is new', SLOW, async () => {
  const desk = showBell([mentioned, back, little, old], { high: 1, normal: 1, low: 1 })
  const bell = await screen.findByRole('button', { name: 'Notices: 1 case that matters much' })
  expect(bell.textContent).toBe('1')
  await user.click(bell)

  const [list] = await screen.findAllByRole('list', { name: 'Notices' })
  const lines = within(list ?? document.body).getAllByRole('listitem')
  expect(lines.map((line) => line.textContent)).toEqual([
    expect.stringMatching(/^Matters much #1042 Subject 1042You are mentioned · Jonas Lindqvist .*3 new$/u),
    expect.stringMatching(/^Unread #1043 Subject 1043Back again · [^·]*$/u),
    expect.stringMatching(/^#1045 Subject 1045New note · /u),
  ])
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(screen.getByRole('link', { name: /#1042/u }))
  await waitFor(() => expect(desk.location?.pathname).toBe('/cases/1042'))
})

test('what matters less is a dot, and what matters little is folded away', SLOW, async () => {
  showBell([back, little], { high: 0, normal: 1, low: 1 })
  const bell = await screen.findByRole('button', { name: 'Notices: 1 case with something new' })
  expect(bell.textContent).toBe('')
  await user.click(bell)

  const fold = await screen.findByText('1 more of little weight')
  expect(fold.closest('details')?.open).toBe(false)
  await user.click(fold)
  expect(screen.getByRole('link', { name: /#1044/u })).toBeTruthy()
})

test('with only little new, the bell says nothing', SLOW, async () => {
  showBell([little], { high: 0, normal: 0, low: 1 })
  await user.click(await screen.findByRole('button', { name: 'Notices' }))

  expect(await screen.findByText('1 more of little weight')).toBeTruthy()
})

test('an entry is read and unread from the list, and all at once', SLOW, async () => {
  showBell([mentioned, old], { high: 1, normal: 0, low: 0 })
  server.use(
    answer(readNoticeEntry, null, () => asked('read')),
    answer(unreadNoticeEntry, null, () => asked('unread')),
    answer(readNotices, null, () => asked('all')),
  )
  await user.click(await screen.findByRole('button', { name: /^Notices:/u }))
  await user.click(await screen.findByRole('button', { name: 'Mark #1042 as read' }))
  await user.click(screen.getByRole('button', { name: 'Mark #1045 as unread' }))
  await user.click(screen.getByRole('button', { name: 'Mark all as read' }))

  await waitFor(() => expect(asked.mock.calls.flat()).toEqual(expect.arrayContaining(['read', 'unread', 'all'])))
})

test('unread alone is asked for, and nothing new has words of its own', SLOW, async () => {
  showBell([], { high: 0, normal: 0, low: 0 }, 'da')
  await user.click(await screen.findByRole('button', { name: 'Beskeder' }))
  expect(await screen.findByRole('heading', { name: 'Intet nyt' })).toBeTruthy()
  await user.click(screen.getByRole('switch', { name: 'Kun ulæste' }))

  expect(await screen.findByRole('heading', { name: 'Alt er læst' })).toBeTruthy()
  expect(asked).toHaveBeenLastCalledWith('true')
})
