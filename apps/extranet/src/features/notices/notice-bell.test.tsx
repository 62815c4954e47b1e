import { extranetListCases } from '@timedesk/contracts/extranet-cases'
import { extranetListNotices, extranetReadNotices } from '@timedesk/contracts/notices'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, server } from '../../test/answers.ts'
import { buildMe, ids, pageOf } from '../../test/build.ts'
import { show } from '../../test/show.tsx'

const notice = {
  id: ids.message,
  at: '2026-03-02T10:15:00.000Z',
  isRead: false,
  actorName: 'Mette Holm',
  event: { type: 'reply.posted', replyId: ids.message, isFirst: true, attachments: 0 },
  case: { id: ids.case, number: 1042, subject: 'Cannot print invoices' },
} as const

test('the bell tells how many are unread and leads to the case', async () => {
  let marks = 0
  const { user } = show('/', buildMe())
  server.use(
    answer(extranetListCases, pageOf()),
    answer(extranetListNotices, { ...pageOf(notice), unread: 1 }),
    answer(extranetReadNotices, null, () => (marks += 1)),
  )

  await user.click(await screen.findByRole('button', { name: 'Notices, 1 unread' }))
  await user.click(await screen.findByRole('button', { name: 'Mark all as read' }))

  const row = await screen.findByRole('link', { name: /Mette Holm wrote an answer/ })
  expect(row.getAttribute('href')).toBe('/cases/1042')
  expect(marks).toBe(1)
})
