import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answerTimeQuestion, listTimeQuestions } from '@timedesk/contracts/time-questions'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { answeredQuestion, question } from '../test/report-cast.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = 30_000
const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })

async function openAnswer() {
  await user.click(await screen.findByRole('button', { name: 'Answer the question of Anna Berg' }))
  return within(await screen.findByRole('dialog', { name: 'Answer Anna Berg' }))
}

test('open questions stand with the work, the case and the draft that waits', { timeout: SLOW }, async () => {
  const onDraft = { ...question, entry: { ...question.entry, onDraft: ids.solved } }
  server.use(answer(listTimeQuestions, pageOf(onDraft)))
  showDesk('/time/questions', finance)

  const table = within(await screen.findByRole('table', { name: 'Questioned time' }))
  expect(table.getByText('Was that not covered?')).toBeTruthy()
  expect(table.getByText('0:25 · Mette Holm · 2 Mar 2026 · Reset of the mail profile')).toBeTruthy()
  expect(table.getByRole('link', { name: '#1042 Cannot print invoices' }).getAttribute('href')).toBe('/cases/1042')
  expect(table.getByRole('link', { name: /^On a draft/u }).getAttribute('href')).toBe(`/invoices/${ids.solved}`)
  expect(await axeViolations(document.body)).toEqual([])
})

test('an answer says what comes of the time', { timeout: SLOW }, async () => {
  const bodies: unknown[] = []
  server.use(
    answer(listTimeQuestions, pageOf(question)),
    answer(answerTimeQuestion, answeredQuestion, ({ body }) => bodies.push(body)),
  )
  showDesk('/time/questions', finance)
  const dialog = await openAnswer()
  await user.click(dialog.getByRole('radio', { name: 'It is not charged' }))
  fireEvent.change(dialog.getByLabelText(/^Answer to the customer/u), { target: { value: 'Our own\nmistake.' } })
  expect(await axeViolations(document.body)).toEqual([])
  server.use(answer(listTimeQuestions, pageOf()))
  await user.click(dialog.getByRole('button', { name: 'Send the answer' }))

  expect(await screen.findByRole('heading', { name: 'Nobody asks about time' })).toBeTruthy()
  expect(bodies).toEqual([{ resolution: 'not_charged', answer: 'Our own mistake.' }])
})

test('a refused answer keeps what was written', { timeout: SLOW }, async () => {
  const onDraft = { ...question, entry: { ...question.entry, onDraft: ids.solved } }
  server.use(answer(listTimeQuestions, pageOf(onDraft)), refuse(answerTimeQuestion, 'item_taken'))
  showDesk('/time/questions', finance)
  const dialog = await openAnswer()
  await user.click(dialog.getByRole('radio', { name: 'It is not charged' }))
  expect(dialog.getByRole('link', { name: 'Open the draft' }).getAttribute('href')).toBe(`/invoices/${ids.solved}`)
  fireEvent.change(dialog.getByLabelText(/^Answer to the customer/u), { target: { value: 'Our own mistake.' } })
  await user.click(dialog.getByRole('button', { name: 'Send the answer' }))

  expect(await dialog.findByRole('alert')).toBeTruthy()
  expect(dialog.getByLabelText<HTMLTextAreaElement>(/^Answer to the customer/u).value).toBe('Our own mistake.')
})

test('answered ones stand with what came of them, and nothing is left to do', { timeout: SLOW }, async () => {
  const states: (string | null)[] = []
  server.use(answer(listTimeQuestions, pageOf(answeredQuestion), ({ query }) => states.push(query.get('state'))))
  showDesk('/time/questions?state=answered', { ...finance, language: 'da' })

  expect(await screen.findByText('Our own mistake.')).toBeTruthy()
  expect(screen.getByText('Den opkræves ikke')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Svar/u })).toBeNull()
  expect(states).toEqual(['answered'])
})

test('who may only read is offered no answer', { timeout: SLOW }, async () => {
  server.use(answer(listTimeQuestions, pageOf(question)))
  showDesk('/time/questions', { me: buildMe('agent') })

  expect(await screen.findByText('Was that not covered?')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Answer/u })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Questioned time' })).toBeNull()
})

test('a refused list says so', { timeout: SLOW }, async () => {
  server.use(refuse(listTimeQuestions, 'permission_denied'))
  showDesk('/time/questions', finance)

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
})
