import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listNoticeEntries, readNoticeEntry, type NoticeEntry } from '@timedesk/contracts/notices'
import { getCase } from '@timedesk/contracts/cases'
import { getNoticeSettings } from '@timedesk/contracts/notice-settings'
import { axeViolations } from '@timedesk/ui/test/axe'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../../test/answers.ts'
import { ids, pageOf } from '../../test/build.ts'
import { showDesk } from '../../test/show.tsx'
import { stubLive } from '../../test/stub-live.ts'

const SLOW = { timeout: 40_000 }
const unread = { high: 1, normal: 0, low: 0 }
const TITLE = 'Jonas Lindqvist asks about what you write'
const about = { id: ids.case, number: 1042, subject: 'Cannot print invoices' }

function askedOf(employeeId: string, id: string = ids.message): NoticeEntry {
  return {
    ...{ case: about, level: 'high', isRead: false, unread: 1, count: 1 },
    latest: {
      ...{ id, at: '2026-03-02T09:00:00.000Z', isRead: false, actorName: 'Jonas Lindqvist', case: about },
      ...{ reason: 'asked', level: 'high' },
      event: { type: 'case.asked', employeeId, employeeName: 'Mette Holm', kind: 'ask', words: 'Shall I take it?' },
    },
  }
}

beforeEach(() => {
  server.use(refuse(getNoticeSettings, 'permission_denied'), refuse(getCase, 'not_found'))
})
afterEach(() => vi.unstubAllGlobals())

/** A page far from cases, at which the stream tells that somebody was asked and what came of it. */
async function hear(before: NoticeEntry[], after: NoticeEntry[]) {
  const say = stubLive()
  const desk = showDesk('/profile/notices')
  server.use(answer(listNoticeEntries, { ...pageOf(...before), unread }))
  await screen.findByRole('button', { name: 'Notices: 1 case that matters much' }, SLOW)
  const asked = vi.fn()
  server.use(answer(listNoticeEntries, { ...pageOf(...after), unread }, asked))
  say({ type: 'case.asked', caseId: ids.case, eventId: ids.message })
  say({ type: 'notices.changed', caseId: null, eventId: null })
  await waitFor(() => expect(asked).toHaveBeenCalled())
  return { desk, say }
}

test('a question of a colleague is shown wherever one is, with its words and the way to the case', SLOW, async () => {
  const { desk } = await hear([], [askedOf(ids.mette)])

  const toast = (await screen.findByText(TITLE, {}, SLOW)).closest('[role=alert]')
  expect(toast?.textContent).toContain('Shall I take it?')
  expect(await axeViolations(document.body)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Open the case' }))

  await waitFor(() => expect(desk.location?.pathname).toBe('/cases/1042'))
  await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull())
})

test('what was asked before, of others or is read already is not shown', SLOW, async () => {
  const old = askedOf(ids.mette)
  const others = askedOf(ids.activity, ids.open)
  const read = { ...askedOf(ids.mette, ids.solved), isRead: true }
  const seen = { ...read, latest: { ...read.latest, isRead: true } }
  await hear([old], [old, others, seen, askedOf(ids.mette, ids.waiting)])

  expect(await screen.findAllByText(TITLE, {}, SLOW)).toHaveLength(1)
})

test('a question that was read in another window is shown no more', SLOW, async () => {
  const asked = askedOf(ids.mette)
  const { say } = await hear([], [asked])
  await screen.findByText(TITLE, {}, SLOW)

  const read = { ...asked, isRead: true, unread: 0, latest: { ...asked.latest, isRead: true } }
  server.use(answer(listNoticeEntries, { ...pageOf(read), unread: { high: 0, normal: 0, low: 0 } }))
  say({ type: 'notices.changed', caseId: null, eventId: null })
  await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull())
})

test('a question is shown no more once its case was opened by another way', SLOW, async () => {
  const { desk } = await hear([], [askedOf(ids.mette)])
  await screen.findByText(TITLE, {}, SLOW)
  await userEvent.click(screen.getByRole('button', { name: /^Notices:/u }))
  server.use(answer(readNoticeEntry, null))
  await userEvent.click(await screen.findByRole('link', { name: /#1042/u }))

  await waitFor(() => expect(desk.location?.pathname).toBe('/cases/1042'))
  await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull())
})
