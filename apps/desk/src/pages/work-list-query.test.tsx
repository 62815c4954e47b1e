import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCaseQueryValues } from '@timedesk/contracts/case-query'
import { listCases } from '@timedesk/contracts/work-list'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildSummary, ids, pageOf } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'

const box = () => screen.findByRole('combobox', { name: 'Search and filter cases' })
const queryOf = (desk: ReturnType<typeof showDesk>) => new URLSearchParams(desk.location?.search).get('q')

// The screen and what comes with it are fetched apart, which takes its time on a busy machine.
beforeAll(async () => {
  await import('./cases-page.tsx')
  await import('../features/work-list/query/query-box.tsx')
}, 60_000)

beforeEach(() => {
  server.use(answer(listCases, pageOf(buildSummary())))
})

function show(address: string) {
  const desk = showDesk(address)
  server.use(
    answer(listCases, pageOf(buildSummary())),
    answer(listCaseQueryValues, {
      data: [{ id: ids.customer, name: 'Nordlys Energi', hint: '#1001', text: '"Nordlys Energi"' }],
    }),
  )
  return desk
}

test('a key and its value are completed while they are typed, and the list is narrowed by them', async () => {
  const desk = show('/cases?view=active')

  await userEvent.type(await box(), 'cust')
  await userEvent.click(await screen.findByRole('option', { name: /^Customer/u }))
  await userEvent.click(await screen.findByRole('option', { name: /^Nordlys Energi/u }))

  await waitFor(() => expect(queryOf(desk)).toBe('is:active -is:snoozed customer:"Nordlys Energi"'))
  const chips = within(await screen.findByRole('list', { name: 'What the list is narrowed by' }))
  expect(chips.getByRole('button', { name: 'Customer: Nordlys Energi' })).toBeTruthy()
})

test('parts and text are two faces of one query', async () => {
  const desk = show('/cases?view=active&q=is:active tag:vip (is:unread or status:new)')

  const chips = await screen.findByRole('list', { name: 'What the list is narrowed by' })
  expect(
    within(chips)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([...['Active', 'Tag: vip', '(is:unread or status:new)']])
  await userEvent.click(within(chips).getByRole('button', { name: 'Take Tag: vip away' }))
  expect(queryOf(desk)).toBe('is:active (is:unread or status:new)')
  await userEvent.click(screen.getByRole('button', { name: 'Write it as text' }))
  const text = await box()
  expect((text as HTMLInputElement).value).toBe('is:active (is:unread or status:new)')
  await userEvent.clear(text)
  await userEvent.type(text, 'status:open{Enter}')

  expect(queryOf(desk)).toBe('status:open')
})

test('what is not understood is said and corrected with one press, and the list stays', async () => {
  const desk = show('/cases?view=active')
  await userEvent.type(await box(), 'mood:good{Enter}')

  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('“mood” is none of the keys.')
  expect((await box()).getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByRole('grid', { name: 'Cases' })).toBeTruthy()
  expect(queryOf(desk)).toBeNull()
  expect(await axeViolations(document.body)).toEqual([])
})

test('a name that the API does not know is underlined where it stands', async () => {
  showDesk('/cases?view=active&q=customer:Nordlis')
  server.use(
    refuse(listCases, 'query_refused', [
      {
        ...{ pointer: '/query/q', code: 'value_unknown', message: 'There is no such customer.' },
        ...{ at: 9, length: 7, expected: ['"Nordlys Energi"'] },
      },
    ]),
  )

  expect(await screen.findByRole('heading', { name: 'That is not understood' })).toBeTruthy()
  expect((await screen.findByRole('alert')).textContent).toContain('“Nordlis” is not found.')
  server.use(answer(listCases, pageOf(buildSummary())))
  await userEvent.click(screen.getByRole('button', { name: '"Nordlys Energi"' }))

  expect(await screen.findByRole('grid', { name: 'Cases' })).toBeTruthy()
})

test('the form of all filters reads and writes the same text', async () => {
  const desk = show('/cases?view=active&q=status:new is:active')

  await userEvent.click(await screen.findByRole('button', { name: 'Filters' }))
  const form = within(await screen.findByRole('dialog', { name: 'Filters' }))
  expect((await form.findByRole('checkbox', { name: 'New' })).matches(':checked')).toBe(true)
  await userEvent.click(form.getByRole('checkbox', { name: 'Unread' }))
  await userEvent.selectOptions(form.getByRole('combobox', { name: 'Due' }), 'Within a week')

  expect(queryOf(desk)).toBe('status:new is:active is:unread due:<7d')
})
