import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { createInvoice, getInvoice } from '@timedesk/contracts/invoices'
import {
  listPotential,
  listPotentialItems,
  listPotentialMarks,
  markPotential,
  releasePotential,
} from '@timedesk/contracts/potential'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { potentialRow, potentialTotals } from '../test/cover-cast.ts'
import { draft, heldItem, invoicingIds, mark, saleItem, timeItem } from '../test/invoicing-cast.ts'
import { card } from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'

const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const SLOW = 30_000
const address = `/potential?customer=${ids.customer}`
const asked = vi.fn<(body: unknown) => void>()
const see = ({ body }: { body: unknown }) => asked(body)
const keyOf = ({ source, sourceId }: typeof timeItem) => ({ source, sourceId })

beforeEach(() => {
  asked.mockClear()
  server.use(
    answer(getCustomerCard, card),
    answer(listPotentialItems, pageOf(timeItem, saleItem, heldItem)),
    answer(getInvoice, draft),
  )
})

test('items are chosen by keyboard, summed, and drafted', { timeout: SLOW }, async () => {
  server.use(answer(createInvoice, { ...draft, documents: [draft.id, invoicingIds.other] }, see))
  const desk = showDesk(address, finance)
  const [first] = await screen.findAllByRole('checkbox')
  first?.focus()
  await user.keyboard('x{Shift>}j{/Shift}')
  expect(screen.getByText('2 chosen')).toBeTruthy()
  expect(screen.getByText(/9,475\.00/u)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Draft invoice' }))

  await waitFor(() => expect(desk.location?.pathname).toBe(`/invoices/${draft.id}`))
  expect(asked).toHaveBeenCalledWith({ customerId: ids.customer, items: [keyOf(timeItem), keyOf(saleItem)] })
  expect(await screen.findByText(/^2 drafts were made/u)).toBeTruthy()
})

test('items that somebody else took stay chosen, and it is said', { timeout: SLOW }, async () => {
  server.use(refuse(createInvoice, 'item_taken'))
  showDesk(address, finance)
  await user.click((await screen.findAllByRole('checkbox'))[0] ?? document.body)
  await user.click(screen.getByRole('button', { name: 'Draft invoice' }))

  expect(await screen.findByText(/on another document already/u)).toBeTruthy()
  expect(screen.getByText('1 chosen')).toBeTruthy()
})

test('items are held with a reason; a refusal keeps it', { timeout: SLOW }, async () => {
  server.use(refuse(markPotential, 'item_taken'))
  showDesk(address, finance)
  await user.click((await screen.findAllByRole('checkbox'))[0] ?? document.body)
  await user.click(screen.getByRole('button', { name: 'Hold…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Hold 1 item?' }))
  await user.type(dialog.getByRole('textbox', { name: /^Reason/u }), 'Ask Anna')
  await user.click(dialog.getByRole('button', { name: 'Hold' }))
  expect(await dialog.findByText(/on another document already/u)).toBeTruthy()

  server.use(answer(markPotential, { data: [] }, see))
  await user.click(dialog.getByRole('button', { name: 'Hold' }))
  expect(await screen.findByText('1 item is held.')).toBeTruthy()
  expect(asked).toHaveBeenCalledWith({ kind: 'hold', items: [keyOf(timeItem)], reason: 'Ask Anna' })
})

test('what is held by hand says who and why, and is released', { timeout: SLOW }, async () => {
  server.use(answer(releasePotential, mark, () => asked('released')))
  showDesk(address, finance)
  expect(await screen.findByText('Held by Karen Bech: Wait for the delivery')).toBeTruthy()
  await user.click(screen.getAllByRole('checkbox')[2] ?? document.body)
  expect(screen.getByRole('button', { name: 'Draft invoice' })).toHaveProperty('disabled', true)
  await user.click(screen.getByRole('button', { name: 'Release' }))

  expect(await screen.findByText('It is potential again.')).toBeTruthy()
  expect(asked).toHaveBeenCalledWith('released')
})

test('who may not invoice sees the items without deeds', { timeout: SLOW }, async () => {
  showDesk(address)
  expect(await screen.findByRole('table', { name: 'What it comes from' })).toBeTruthy()
  expect(screen.queryByRole('checkbox')).toBeNull()
})

test('rows are asked for by agreement', { timeout: SLOW }, async () => {
  const queries: string[] = []
  const row = { ...potentialRow, agreement: timeItem.agreement, settlement: 'time_spent' } as const
  server.use(
    answer(listPotential, { ...pageOf(row), totals: potentialTotals }, ({ query }) => queries.push(query.toString())),
  )
  showDesk('/potential', finance)
  await user.click(await screen.findByRole('radio', { name: 'By agreement' }))

  expect(await screen.findByText(/^Support by the hour · /u)).toBeTruthy()
  expect(queries).toContain('by=agreement')
  const link = screen.getByRole('link', { name: 'Nordlys Energi' })
  expect(link.getAttribute('href')).toContain(`&agreement=${timeItem.agreement?.id ?? ''}`)
})

test('what was decided by hand is listed and released', { timeout: SLOW }, async () => {
  server.use(
    answer(listPotentialMarks, pageOf(mark)),
    answer(releasePotential, mark, () => asked('released')),
  )
  showDesk('/potential?show=marks', { ...finance, language: 'da' })

  const table = within(await screen.findByRole('table', { name: 'Holdt tilbage og afskrevet i hånden' }))
  expect(table.getByText('We broke it')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(table.getByRole('button', { name: 'Frigiv Our own mistake' }))
  expect(await screen.findByText('Det er potentiale igen.')).toBeTruthy()
})
