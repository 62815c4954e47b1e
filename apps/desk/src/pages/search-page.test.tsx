import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { search, type SearchAnswer } from '@timedesk/contracts/search'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'

import { answer, answerBy, refuse, server } from '../test/answers.ts'
import { anna, buildSummary, ids, mette } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = { timeout: 40_000 }
const user = userEvent.setup({ delay: null })
const AT = '2026-03-02T09:15:00.000Z'
const { id, number, customer, status } = buildSummary()
const plain = (text: string) => ({ text, ranges: [] })
const nothing: SearchAnswer = {
  ...{ order: 'relevance', corrections: [], cases: [], customers: [], contacts: [] },
  page: { after: null, hasMore: false, total: 0 },
}
const found: SearchAnswer = {
  order: 'relevance',
  corrections: [{ typed: 'pritner', words: ['printer'] }],
  cases: [
    {
      ...{ id, number, customer, status, contact: anna, responsible: mette, lastActivityAt: AT },
      subject: { text: 'The printer prints nothing', ranges: [{ from: 4, to: 11 }] },
      excerpts: [
        {
          ...{ in: 'reply', text: 'Turn the printer off', ranges: [{ from: 9, to: 16 }] },
          itemId: ids.anna,
          at: AT,
          by: 'Mette Holm',
        },
        { ...{ in: 'tag', text: 'printer', ranges: [{ from: 0, to: 7 }] }, itemId: null, at: null, by: null },
        {
          ...{ in: 'side', text: 'The printer ships', ranges: [{ from: 4, to: 11 }] },
          ...{ itemId: null, at: AT, by: 'Kim Print' },
        },
      ],
    },
  ],
  customers: [{ id: customer.id, number: 17, name: plain('Printer Palace'), city: 'Aarhus', isActive: false }],
  contacts: [
    {
      ...{ id: anna.id, name: plain('Anna Berg'), email: plain('anna@nordlys.example') },
      phone: '',
      customer,
      isActive: true,
    },
  ],
  page: { after: null, hasMore: false, total: 1 },
}

test('it says what was found, where the words stand, and what was looked for instead', SLOW, async () => {
  server.use(answer(search, found))
  showDesk('/search?q=pritner')

  const cases = within(await screen.findByRole('region', { name: 'Cases' }))
  expect(cases.getByText('1 case, the best first')).toBeTruthy()
  expect(cases.getByRole('link', { name: '#1042 The printer prints nothing' }).getAttribute('href')).toBe('/cases/1042')
  expect(cases.getByRole('link', { name: 'Reply, Mette Holm' }).getAttribute('href')).toBe(
    `/cases/1042#item-${ids.anna}`,
  )
  expect(cases.getAllByText('printer').map(({ tagName }) => tagName)).toEqual(['MARK', 'MARK', 'MARK', 'MARK'])
  expect(cases.getByText('In a side conversation, Kim Print')).toBeTruthy()
  expect(screen.getByText('“pritner” stands hardly anywhere. Looked for as well: printer.')).toBeTruthy()
  const customers = within(screen.getByRole('region', { name: 'Customers' }))
  expect(customers.getByText('Inactive')).toBeTruthy()
  expect(within(screen.getByRole('region', { name: 'Contacts' })).getByText('anna@nordlys.example')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('what is typed and chosen is asked for and kept in the address', SLOW, async () => {
  const asked: string[] = []
  server.use(
    answerBy(search, ({ query }) => {
      asked.push(query.toString())
      return query.get('kinds') === null ? found : nothing
    }),
  )
  const desk = showDesk('/search')
  expect(await screen.findByText('What are you looking for?')).toBeTruthy()
  expect(asked).toEqual([])

  await user.type(screen.getByRole('searchbox', { name: 'Search in everything' }), 'printer')
  expect(await screen.findByRole('region', { name: 'Cases' })).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'Contacts' }))
  expect(await screen.findByText('Nothing found')).toBeTruthy()
  expect(asked.at(-1)).toContain('kinds=contact')
  await user.click(screen.getByRole('button', { name: 'Show everything' }))
  await waitFor(() => expect(screen.getByRole('region', { name: 'Cases' })).toBeTruthy())
  expect(desk.location?.search).toBe('?q=printer')
})

test('a search that fails says so and can be tried again', SLOW, async () => {
  server.use(refuse(search, 'rate_limited'))
  showDesk('/search?q=printer')
  expect(await screen.findByRole('button', { name: /try again/iu })).toBeTruthy()
})
