import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCaseAttachments } from '@timedesk/contracts/case-attachments'
import { listCaseBadges } from '@timedesk/contracts/case-badges'
import { getCase } from '@timedesk/contracts/cases'
import { getTimelineCounts, listTimeline, type TimelineItem } from '@timedesk/contracts/dialogue'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, server } from '../../test/answers.ts'
import { buildCase, buildMessage, ids, pageOf } from '../../test/build.ts'
import { caseAnswers } from '../../test/case-answers.ts'
import { showDesk } from '../../test/show.tsx'

const SLOW = { timeout: 40_000 }
const LATER = '2026-03-02T12:00:00.000Z'
const newer = buildMessage({ id: ids.waiting, at: LATER, body: 'It stopped again.', isDescription: false })

function byRule(id: string): TimelineItem {
  const event = { type: 'time.removed', entryId: ids.activity, minutes: 15, employeeName: 'Mette Holm' } as const
  return { kind: 'event', id, at: LATER, author: { kind: 'system', id: null, name: 'Chase answers' }, event }
}

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn()
  server.use(
    answer(getCase, buildCase({ readUntil: '2026-03-02T10:00:00.000Z' })),
    answer(listTimeline, pageOf(newer, buildMessage())),
    ...caseAnswers,
  )
})

test('lanes say how much they hold, and ask for their own kind alone', SLOW, async () => {
  const asked = vi.fn<(lanes: string | null) => void>()
  server.use(
    answer(getTimelineCounts, { dialogue: 2, internal: 5, time: null, changes: 120, attachments: 0 }),
    answer(listTimeline, pageOf(newer), ({ query }) => asked(query.get('lanes'))),
  )
  showDesk('/cases/1042')
  await userEvent.click(await screen.findByRole('radio', { name: 'Internal 5' }, SLOW))

  await waitFor(() => expect(asked).toHaveBeenLastCalledWith('internal'))
  expect(screen.getByRole('radio', { name: 'Changes 99+' })).toBeTruthy()
  expect(screen.queryByRole('radio', { name: /^Time/u })).toBeNull()
})

test('what came since the last visit stands below a line, and stays marked when it is read', SLOW, async () => {
  showDesk('/cases/1042')
  const line = await screen.findByRole('separator', {}, SLOW)

  expect(line.textContent).toBe('New since your last visit')
  expect(line.closest('li')?.nextElementSibling?.id).toBe(`item-${ids.waiting}`)
})

test('changes of a rule stand behind one line', SLOW, async () => {
  server.use(answer(listTimeline, pageOf(byRule(ids.solved), byRule(ids.open), buildMessage())))
  showDesk('/cases/1042')
  const group = (await screen.findByText('2 changes by Chase answers', {}, SLOW)).closest('details')

  expect(group?.open).toBe(false)
  await userEvent.click(screen.getByText('2 changes by Chase answers'))
  expect(within(group ?? document.body).getAllByRole('listitem')).toHaveLength(2)
})

test('an address with an item reads on until it is there, and gives it the focus', SLOW, async () => {
  const older = buildMessage()
  const asked = vi.fn<(after: string | null) => void>()
  const first = { data: [newer], page: { after: 'more', hasMore: true } }
  server.use(
    answer(listTimeline, first, ({ query }) => {
      asked(query.get('after'))
      server.use(answer(listTimeline, pageOf(older), ({ query: next }) => asked(next.get('after'))))
    }),
  )
  showDesk(`/cases/1042#item-${older.id}`)

  await waitFor(() => expect(document.activeElement?.id).toBe(`item-${older.id}`), SLOW)
  expect(asked.mock.calls).toEqual([[null], ['more']])
})

test('the hero tells who has the ball and what covers the case; files stand beside it', SLOW, async () => {
  const file = { id: ids.message, name: 'error.pdf', contentType: 'application/pdf', sizeBytes: 10, uploadedAt: LATER }
  showDesk('/cases/1042')
  server.use(
    answer(listCaseBadges, {
      data: [{ caseId: ids.case, cover: 'low', isFollowed: false, snoozedUntil: null, draft: null }],
    }),
    answer(listCaseAttachments, pageOf({ ...file, message: { id: ids.message, kind: 'reply', authorName: 'Anna' } })),
  )

  expect(await screen.findByText('Waiting on us', {}, SLOW)).toBeTruthy()
  expect(await screen.findByRole('button', { name: /Agreement and cover:\s*Nearly used up/u })).toBeTruthy()
  const files = within(await screen.findByRole('region', { name: 'Files' }))
  expect(files.getByRole('link', { name: /error.pdf/u })).toBeTruthy()
})

test('a number of a case in a message leads to that case, within the desk', SLOW, async () => {
  server.use(answer(listTimeline, pageOf(buildMessage({ body: 'As in #7, and `#8`.' }))))
  showDesk('/cases/1042')
  const link = await screen.findByRole('link', { name: '#7' }, SLOW)

  expect(screen.queryByRole('link', { name: '#8' })).toBeNull()
  server.use(answer(getCase, buildCase({ number: 7, subject: 'The seventh' })))
  await userEvent.click(link)
  expect(await screen.findByText('The seventh', {}, SLOW)).toBeTruthy()
})
