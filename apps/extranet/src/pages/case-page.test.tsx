import {
  extranetGetCase,
  extranetListTimeline,
  extranetMarkCaseRead,
  extranetPostReply,
  extranetSolveCase,
  type ExtranetTimelineItem,
} from '@timedesk/contracts/extranet-cases'
import { screen, waitFor } from '@testing-library/react'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'
import { answer, refuse, server } from '../test/answers.ts'
import { buildCase, buildMe, buildMessage, ids, pageOf, peter } from '../test/build.ts'
import { show } from '../test/show.tsx'

const fromMette = { kind: 'employee', id: ids.mette, name: 'Mette Holm' } as const
const dialogue: ExtranetTimelineItem[] = [
  buildMessage({ id: ids.customer, author: fromMette, body: 'Which printer is it?' }),
  buildMessage({ id: ids.peter, author: { kind: 'contact', ...peter }, body: 'Mine too.' }),
  buildMessage({ body: 'Printing stops.' }),
]

test('messages of oneself, a colleague and the supplier are told apart', async () => {
  server.use(answer(extranetGetCase, buildCase()), answer(extranetListTimeline, pageOf(...dialogue)))
  const { container } = show('/cases/1042', buildMe())

  await screen.findByText('Printing stops.')
  const names = screen.getAllByRole('article').map((article) => article.getAttribute('aria-label'))

  expect(names).toEqual([
    'Your message',
    'Message from your colleague Peter Skov',
    'Message from Mette Holm at Fjordbyte',
  ])
  expect(await axeViolations(container)).toEqual([])
})

test('says where the case stands and that it waits for the reader', async () => {
  const waiting = buildCase({
    ball: 'customer',
    status: { name: 'Venter', category: 'waiting_customer', color: 'gray' },
  })
  server.use(answer(extranetGetCase, waiting), answer(extranetListTimeline, pageOf()))
  show('/cases/1042', buildMe('requester', { language: 'da' }))

  expect(await screen.findByRole('heading', { name: 'Vi venter på dig' })).toBeTruthy()
})

test('an unread case is marked as read once its dialogue is there', async () => {
  let marks = 0
  server.use(
    answer(extranetGetCase, buildCase({ isUnread: true })),
    answer(extranetListTimeline, pageOf(...dialogue)),
    answer(extranetMarkCaseRead, null, () => (marks += 1)),
  )
  show('/cases/1042', buildMe())

  await waitFor(() => {
    expect(marks).toBe(1)
  })
})

test('a refused answer says why and keeps the draft', async () => {
  const draftKey = `timedesk.answer.${ids.anna}.${ids.case}`
  localStorage.setItem(draftKey, JSON.stringify({ body: 'It is the big one.', files: [] }))
  server.use(
    answer(extranetGetCase, buildCase()),
    answer(extranetListTimeline, pageOf()),
    refuse(extranetPostReply, 'case_closed'),
  )
  const { user } = show('/cases/1042', buildMe())

  await user.click(await screen.findByRole('button', { name: 'Send answer' }))

  expect(await screen.findByText('The case is closed. Please report a new case instead.')).toBeTruthy()
  expect(screen.getByText('It is the big one.')).toBeTruthy()
  expect(JSON.parse(localStorage.getItem(draftKey) ?? '')).toEqual({ body: 'It is the big one.', files: [] })
})

test('the customer says that it is solved', async () => {
  let solutions = 0
  server.use(
    answer(extranetGetCase, buildCase()),
    answer(extranetListTimeline, pageOf()),
    answer(extranetSolveCase, buildCase(), () => (solutions += 1)),
  )
  const { user } = show('/cases/1042', buildMe())

  await user.click(await screen.findByRole('button', { name: 'It is solved' }))

  expect(await screen.findByText('Thank you. The case is marked as solved.')).toBeTruthy()
  expect(solutions).toBe(1)
})

test('a closed case takes no answer and leads to a new report', async () => {
  const closed = buildCase({
    ball: 'nobody',
    status: { name: 'Closed', category: 'closed', color: 'gray' },
    can: { reply: false, solve: false, reopen: false, followUp: false },
  })
  server.use(answer(extranetGetCase, closed), answer(extranetListTimeline, pageOf()))
  show('/cases/1042', buildMe())

  expect(await screen.findByRole('link', { name: 'Report a new case' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Send answer' })).toBeNull()
})

test('a bookkeeper sees where it stands and a calm word in place of the dialogue', async () => {
  server.use(
    answer(
      extranetGetCase,
      buildCase({ isMine: false, can: { reply: false, solve: false, reopen: false, followUp: false } }),
    ),
  )
  show('/cases/1042', buildMe('bookkeeper'))

  expect(await screen.findByRole('heading', { name: 'What was written is not shown here' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'We are working on it' })).toBeTruthy()
  expect(screen.queryByRole('log')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Notices' })).toBeNull()
})

test('a case that is not there says so', async () => {
  server.use(refuse(extranetGetCase, 'not_found'))
  show('/cases/99', buildMe())

  expect(await screen.findByRole('heading', { name: 'There is no such case' })).toBeTruthy()
})
