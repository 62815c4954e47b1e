import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { changeCaseStatus, getCase } from '@timedesk/contracts/cases'
import { search } from '@timedesk/contracts/search'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, server } from '../../test/answers.ts'
import { buildCase, buildSummary, ids } from '../../test/build.ts'
import { caseAnswers } from '../../test/case-answers.ts'
import { showDesk } from '../../test/show.tsx'

const SLOW = { timeout: 40_000 }
const user = userEvent.setup({ delay: null })
const plain = (text: string) => ({ text, ranges: [] })

beforeEach(() => {
  localStorage.clear()
  server.use(...caseAnswers)
})

async function openPalette() {
  await screen.findByRole('heading', { level: 1, name: 'Cannot print invoices' }, SLOW)
  await user.keyboard('{Control>}k{/Control}')
  return within(await screen.findByRole('dialog', { name: 'Search and do' }))
}

test('it begins with what can be done on the open case and the recent cases', SLOW, async () => {
  showDesk('/cases/1042')
  const palette = await openPalette()

  expect(palette.getAllByRole('option')[0]?.textContent).toContain('Reply')
  expect(within(palette.getByRole('group', { name: 'Recent cases' })).getByText('Cannot print invoices')).toBeTruthy()
  expect(await axeViolations(palette.getByRole('listbox'))).toEqual([])
})

test('a status is chosen one level deeper, and Backspace leads back', SLOW, async () => {
  const asked = vi.fn<(body: unknown) => void>()
  server.use(answer(changeCaseStatus, buildCase(), ({ body }) => asked(body)))
  showDesk('/cases/1042')
  const palette = await openPalette()
  await user.keyboard('>change the status')
  await user.keyboard('{Enter}')
  expect(await palette.findByRole('option', { name: /Waiting for customer/u })).toBeTruthy()

  await user.keyboard('{Backspace}')
  expect(await palette.findByRole('option', { name: /Everything that can be done here/u })).toBeTruthy()
  await user.keyboard('>change the status{Enter}')
  await palette.findByRole('option', { name: /Solved/u })
  await user.keyboard('solved{Enter}')

  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ statusId: ids.solved }))
})

test('what is not possible now says why, and Enter does nothing', SLOW, async () => {
  const can = { ...buildCase().can, reply: false, dispatch: false }
  server.use(answer(getCase, buildCase({ can })))
  showDesk('/cases/1042')
  const palette = await openPalette()
  await user.keyboard('>dispatch')

  const option = await palette.findByRole('option', { name: /The case has ended. Move it to an open status first./u })
  expect(option.getAttribute('aria-disabled')).toBe('true')
  await user.keyboard('{Enter}')
  expect(screen.getByRole('dialog', { name: 'Search and do' })).toBeTruthy()
})

test('cases, customers and contacts are found, and Enter opens the first', SLOW, async () => {
  const found = buildSummary({ id: ids.message, number: 1050, subject: 'Toner is empty' })
  server.use(
    answer(search, {
      ...{ order: 'relevance', corrections: [], page: { after: null, hasMore: false, total: null } },
      cases: [{ ...found, subject: plain('Toner is empty'), excerpts: [] }],
      customers: [],
      contacts: [],
    }),
  )
  const desk = showDesk('/cases/1042')
  const palette = await openPalette()
  await user.keyboard('toner')
  expect(await palette.findByRole('option', { name: /#1050/u })).toBeTruthy()
  await user.keyboard('{Enter}')

  await waitFor(() => expect(desk.location?.pathname).toBe('/cases/1050'))
})
