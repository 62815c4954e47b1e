import { extranetListTime, type ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import { extranetGetCase, extranetListTimeline } from '@timedesk/contracts/extranet-cases'
import { extranetAskAboutTime, extranetDecideOverage } from '@timedesk/contracts/time-questions'
import { screen, within } from '@testing-library/react'
import { axeViolations } from '@timedesk/ui/test/axe'
import { afterEach, expect, test } from 'vitest'
import { answer, refuse, server } from '../test/answers.ts'
import { agreementIds, buildTimeLine } from '../test/build-agreement.ts'
import { kroner } from '../test/build-invoice.ts'
import { buildCase, buildMe, pageOf } from '../test/build.ts'
import { show } from '../test/show.tsx'

const asked = {
  state: 'open',
  question: 'Was that not covered?',
  askedBy: 'Anna Berg',
  askedAt: '2026-03-02T09:15:00.000Z',
  resolution: null,
  answer: '',
} as const
const questionable = buildTimeLine({ can: { question: true, decideOverage: false } })
const beyond = buildTimeLine({
  coveredBy: [
    { kind: 'voucher', name: 'V-12', minutes: 15, hold: null },
    { kind: 'overage', name: 'Support voucher', minutes: 45, hold: 'approval' },
  ],
  can: { question: false, decideOverage: true },
})

afterEach(() => {
  localStorage.clear()
})

function answerTime(...lines: ExtranetTimeLine[]) {
  server.use(
    answer(extranetGetCase, buildCase({ can: { reply: false, solve: false, reopen: false, followUp: false } })),
    answer(extranetListTimeline, pageOf()),
    answer(extranetListTime, {
      ...{ ...pageOf(...lines), shown: 'live' },
      totals: { minutes: 25, billableMinutes: 30, amount: null },
    }),
  )
}

test.for(['requester', 'manager', 'bookkeeper'] as const)('a %s asks about a line, by keyboard alone', async (role) => {
  const bodies: unknown[] = []
  answerTime(questionable)
  const { user } = show('/cases/1042', buildMe(role))

  const ask = await screen.findByRole('button', { name: 'Ask about this: Reset of the mail profile, 2 Mar 2026' })
  ask.focus()
  await user.keyboard('{Enter}')
  const dialog = await screen.findByRole('dialog', { name: 'Ask about this time' })
  await user.type(within(dialog).getByLabelText(/Your question/u), 'Was that{Enter}not covered?')
  expect(await axeViolations(dialog)).toEqual([])
  server.use(answer(extranetAskAboutTime, buildTimeLine({ question: asked }), ({ body }) => bodies.push(body)))
  answerTime(buildTimeLine({ question: asked }))
  await user.tab()
  await user.tab()
  await user.keyboard('{Enter}')

  expect(await screen.findByText('Waits for our answer')).toBeTruthy()
  expect(screen.getByText('Was that not covered?')).toBeTruthy()
  expect(screen.getByText('Anna Berg, 2 Mar 2026')).toBeTruthy()
  expect(bodies).toEqual([{ question: 'Was that not covered?' }])
  expect(screen.queryByRole('button', { name: /^Ask about/u })).toBeNull()
})

test('a refused question says why and keeps what was written, even when the dialog is closed', async () => {
  answerTime(questionable)
  server.use(refuse(extranetAskAboutTime, 'question_refused'))
  const { user } = show('/cases/1042', buildMe('manager'))
  await user.click(await screen.findByRole('button', { name: /^Ask about/u }))
  await user.type(await screen.findByLabelText(/Your question/u), 'Why?')
  await user.click(screen.getByRole('button', { name: 'Send the question' }))

  expect(await screen.findByText('The line cannot be questioned or answered now.')).toBeTruthy()
  await user.keyboard('{Escape}')
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Ask about/u }))
  expect((await screen.findByLabelText<HTMLTextAreaElement>(/Your question/u)).value).toBe('Why?')
})

test.for([
  ['confirmed', 'Den bliver, som den er.'],
  ['adjusted', 'Den er rettet.'],
  ['not_charged', 'Den opkræves ikke.'],
] as const)('an answer of “%s” stands on the line in plain words', async ([resolution, told]) => {
  answerTime(buildTimeLine({ question: { ...asked, state: 'answered', resolution, answer: 'See the contract.' } }))
  show('/cases/1042', buildMe('manager', { language: 'da' }))

  expect(await screen.findByText(told)).toBeTruthy()
  expect(screen.getByText(/See the contract\./u)).toBeTruthy()
  expect(screen.getByText('Besvaret')).toBeTruthy()
})

test('what is invoiced says so', async () => {
  answerTime(buildTimeLine({ isInvoiced: true }))
  show('/cases/1042', buildMe('manager'))

  expect(await screen.findByText('Support · Mette Holm · Invoiced')).toBeTruthy()
})

test('a manager accepts work beyond the agreement, knowing what it costs', async () => {
  const bodies: unknown[] = []
  answerTime({ ...beyond, amount: kroner('712.50') })
  server.use(answer(extranetDecideOverage, null, ({ body }) => bodies.push(body)))
  const { user } = show('/cases/1042', buildMe('manager'))

  await user.click(await screen.findByRole('button', { name: 'Accept 0:45 beyond the agreement' }))
  const dialog = await screen.findByRole('dialog', { name: 'Accept 0:45 beyond the agreement?' })
  expect(within(dialog).getByText(/712\.50 without VAT are billed/u)).toBeTruthy()
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Accept' }).disabled).toBe(true)
  await user.type(within(dialog).getByLabelText(/Note for us/u), 'Needed today')
  expect(await axeViolations(dialog)).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Accept' }))

  expect(await screen.findByText('Accepted. It takes effect in a moment.')).toBeTruthy()
  expect(bodies).toEqual([{ verdict: 'accepted', reason: 'Needed today' }])
})

test('a refused decision keeps the reason', async () => {
  answerTime({ ...beyond, id: agreementIds.period })
  server.use(refuse(extranetDecideOverage, 'nothing_to_decide'))
  const { user } = show('/cases/1042', buildMe('manager'))
  await user.click(await screen.findByRole('button', { name: 'Decline 0:45 beyond the agreement' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText(/Why not/u), 'Not agreed')
  await user.click(dialog.getByRole('button', { name: 'Decline' }))

  expect(await dialog.findByText('No overage of this entry waits for a decision any more.')).toBeTruthy()
  expect(dialog.getByLabelText<HTMLInputElement>(/Why not/u).value).toBe('Not agreed')
})
