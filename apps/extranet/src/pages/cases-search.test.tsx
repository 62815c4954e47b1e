import { screen, within } from '@testing-library/react'
import { extranetListCases } from '@timedesk/contracts/extranet-cases'
import { expect, test } from 'vitest'
import { answer, server } from '../test/answers.ts'
import { buildMe, buildSummary, ids, pageOf } from '../test/build.ts'
import { show } from '../test/show.tsx'

test('a search says where the words stand', async () => {
  const message = { itemId: ids.message, at: '2026-03-02T09:15:00.000Z' }
  const found = buildSummary({
    subject: 'Printer is dead',
    excerpts: [
      { in: 'subject', text: 'Printer is dead', ranges: [{ from: 0, to: 7 }], itemId: null, at: null },
      { in: 'reply', text: '… we send a printer tomorrow.', ranges: [{ from: 12, to: 19 }], ...message },
    ],
  })
  server.use(answer(extranetListCases, pageOf(found)))
  show('/cases?search=printer', buildMe())

  const row = within(await screen.findByRole('list', { name: 'Cases' }))
  expect(row.getAllByText(/^printer$/iu).map((mark) => [mark.tagName, mark.textContent])).toEqual([
    ['MARK', 'Printer'],
    ['MARK', 'printer'],
  ])
  expect(row.getByText('Message:')).toBeTruthy()
  expect(row.queryByText('Since this morning printing stops.')).toBeNull()
})
