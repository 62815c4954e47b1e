import { screen, within } from '@testing-library/react'
import { listSimilarCases } from '@timedesk/contracts/search'
import { beforeEach, expect, test } from 'vitest'

import { answer, server } from '../../../test/answers.ts'
import { buildSummary, ids } from '../../../test/build.ts'
import { caseAnswers } from '../../../test/case-answers.ts'
import { showDesk } from '../../../test/show.tsx'

const SLOW = { timeout: 40_000 }

beforeEach(() => {
  server.use(...caseAnswers)
})

test('similar cases tell what solved them', SLOW, async () => {
  const { customer, status } = buildSummary()
  const similar = {
    ...{ id: ids.anna, number: 977, subject: 'Printer 0x97', customer, status, solvedAt: null },
    ...{ solution: 'The driver was replaced.', words: ['0x97', 'printer'] },
  }
  server.use(answer(listSimilarCases, { data: [similar] }))
  showDesk('/cases/1042')
  const card = within(await screen.findByRole('region', { name: 'Similar cases' }))
  const link = await card.findByRole('link', { name: '#977 Printer 0x97' })
  expect(link.getAttribute('href')).toBe('/cases/977')
  expect(card.getByText('The driver was replaced.')).toBeTruthy()
  expect(card.getByTitle('Both have: 0x97, printer')).toBeTruthy()
})

test('a case that nothing resembles says so', SLOW, async () => {
  server.use(answer(listSimilarCases, { data: [] }))
  showDesk('/cases/1042')
  expect(await screen.findByText('No other case resembles this one.')).toBeTruthy()
})
