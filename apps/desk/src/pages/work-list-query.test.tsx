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
  ).toEqual([...['Active', 'not Snoozed', 'Tag: vip', '(is:unread or status:new)']])
  await userEvent.click(within(chips).getByRole('button', { name: 'Take Tag: vip away' }))
  expect(queryOf(desk)).toBe('is:active (is:unread or status:new)')
  await userEvent.click(screen.getByRole('button', { name: 'Write it as text' }))
  const text = await box()
  expect((text as HTMLInputElement).value).toBe('is:active (is:unread or status:new)')
  await userEvent.clear(text)
  await userEvent.type(text, 'status:open{Enter}')

  expect(queryOf(desk)).toBe('status:open')
})

test('what the view says itself stands before one’s own parts, and is changed as text alone', async () => {
  const desk = show('/cases?view=active')
  await userEvent.type(await box(), 'bank{Enter}')

  const chips = within(await screen.findByRole('list', { name: 'What the list is narrowed by' }))
  expect(chips.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    ...['Active', 'not Snoozed', 'bank'],
  ])
  expect(chips.queryByRole('button', { name: 'Take Active away' })).toBeNull()
  expect(await axeViolations(document.body)).toEqual([])
  // Backspace takes one's own part back into the box, and never one of the view's.
  await userEvent.type(await box(), '{Backspace}')
  expect((await box()).getAttribute('value')).toBe('bank')
  expect(queryOf(desk)).toBeNull()
  await userEvent.type(await box(), '{Enter}')
  await userEvent.click(await screen.findByRole('button', { name: 'Of the view: Active. Change it as text' }))
  expect((await box()).getAttribute('value')).toBe('is:active -is:snoozed bank')
  expect(document.activeElement).toBe(await box())
})

test('a link that does without what the view says shows it, and takes it back with one press', async () => {
  const desk = show('/cases?view=active&q=customer:"Nordlys Energi"')

  const chips = within(await screen.findByRole('list', { name: 'What the list is narrowed by' }))
  await userEvent.click(chips.getByRole('button', { name: 'Left out of the view: Active. Put it back' }))
  expect(queryOf(desk)).toBe('is:active customer:"Nordlys Energi"')
  await userEvent.click(chips.getByRole('button', { name: 'Left out of the view: not Snoozed. Put it back' }))
  expect(chips.queryByRole('button', { name: /^Left out/u })).toBeNull()
  expect(chips.getAllByRole('button', { name: /^Of the view/u })).toHaveLength(2)
})

test('all that is wrong with a text is said, and a value that is missing where it is missing', async () => {
  show('/cases?view=active')
  await userEvent.type(await box(), 'stauts:open is:unraed tag:a,{Enter}')

  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('“stauts” is none of the keys.')
  expect(alert.textContent).toContain('“unraed” is not found.')
  expect(alert.textContent).toContain('A value is missing behind “tag:a,”.')
  const offered = within(alert)
    .getAllByRole('button')
    .map(({ textContent }) => textContent)
  expect([offered[0], offered[3]]).toEqual(['status:', 'unread'])
  await userEvent.click(within(alert).getByRole('button', { name: 'status:' }))
  expect((await box()).getAttribute('value')).toBe('status:open is:unraed tag:a,')
})

test('a tag that no case has is told of where nothing is found', async () => {
  showDesk('/cases?view=active&q=is:active -is:snoozed tag:nope')
  server.use(answer(listCases, pageOf()), answer(listCaseQueryValues, { data: [] }))

  expect(await screen.findByText('No case has the tag “nope”.')).toBeTruthy()
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
