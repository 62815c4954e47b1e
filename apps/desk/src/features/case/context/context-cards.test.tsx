import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getCaseContextCard, listCaseContextCards } from '@timedesk/contracts/case-context-cards'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../../../test/answers.ts'
import { buildContextCard, licences, orders } from '../../../test/card-cast.ts'
import { caseAnswers } from '../../../test/case-answers.ts'
import { showDesk } from '../../../test/show.tsx'

const SLOW = { timeout: 40_000 }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(query: string) => void>()
const reference = ({ id, name }: { id: string; name: string }) => ({ id, name })

beforeEach(() => {
  asked.mockClear()
  server.use(...caseAnswers)
  server.use(answer(listCaseContextCards, { data: [reference(licences)] }))
})

async function card(name = 'Licences') {
  return within(await screen.findByRole('region', { name }))
}

test('a card shows every kind of component as words, and nothing as markup', SLOW, async () => {
  server.use(answer(getCaseContextCard, buildContextCard()))
  showDesk('/cases/1042')
  const shown = await card()
  expect(await shown.findByRole('heading', { name: 'Ledger Pro', level: 3 })).toBeTruthy()
  expect(shown.getByText('Paid <b>until</b> June')).toBeTruthy()
  expect(shown.getByText('Active')).toBeTruthy()
  const link = shown.getByRole('link', { name: 'Open in CRM' })
  expect([link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]).toEqual([
    'https://crm.example/customers/10042',
    '_blank',
    'noopener noreferrer',
  ])
  expect(shown.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Plan', 'Seats', 'Key'])
  expect(shown.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Ledger', 'Payroll'])
  expect(shown.getByRole('columnheader', { name: 'Since' })).toBeTruthy()
  const bar = shown.getByRole('progressbar', { name: 'Storage' })
  expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuetext')]).toEqual(['30', '30 of 40 GB'])
  expect(shown.getByText(/^As of/u).querySelector('time')?.dateTime).toBe('2026-03-02T09:15:00.000Z')
  expect(await axeViolations(screen.getByRole('region', { name: 'Licences' }))).toEqual([])

  await user.click(shown.getByRole('button', { name: 'Copy Key' }))
  expect(await navigator.clipboard.readText()).toBe('AB-12-CD')
})

test('cards stand in their order, each asked for itself; one that fails leaves the others', SLOW, async () => {
  server.use(
    answer(listCaseContextCards, { data: [reference(orders), reference(licences)] }),
    refuse(getCaseContextCard, 'fault'),
  )
  showDesk('/cases/1042')
  await card('Orders')
  const names = screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))
  expect(names.filter((name) => name === 'Orders' || name === 'Licences')).toEqual(['Orders', 'Licences'])
  expect(await (await card('Orders')).findByText('This could not be read.')).toBeTruthy()
  server.use(answer(getCaseContextCard, buildContextCard({ state: 'empty', components: [] })))
  await user.click((await card('Orders')).getByRole('button', { name: 'Try again' }))
  expect(await (await card('Orders')).findByText('Nothing is known of this case there.')).toBeTruthy()
  expect((await card('Licences')).getByText('This could not be read.')).toBeTruthy()
})

test('a system that failed is told in a line, and asked again by keyboard', SLOW, async () => {
  const failure = { code: 'status', status: 503 } as const
  server.use(answer(getCaseContextCard, buildContextCard({ state: 'failed', components: [], failure })))
  showDesk('/cases/1042')
  const shown = await card()
  expect(await shown.findByText('The other system answered with an error (503).')).toBeTruthy()

  server.use(answer(getCaseContextCard, buildContextCard(), ({ query }) => asked(query.toString())))
  shown.getByRole('button', { name: 'Ask Licences again' }).focus()
  await user.keyboard('{Enter}')
  expect(await shown.findByText('Ledger Pro')).toBeTruthy()
  expect(asked).toHaveBeenCalledExactlyOnceWith('refresh=true')
  expect(shown.getByText('Licences was asked again.')).toBeTruthy()
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Ask Licences again'))
})

test('who tries again keeps the focus where it is while the card is asked', SLOW, async () => {
  server.use(refuse(getCaseContextCard, 'fault'))
  showDesk('/cases/1042')
  const shown = await card()
  const retry = await shown.findByRole('button', { name: 'Try again' })
  const held = Promise.withResolvers<undefined>()
  server.use(refuse(getCaseContextCard, 'fault', [], () => held.promise))
  retry.focus()
  await user.keyboard('{Enter}')

  await waitFor(() => expect(retry.getAttribute('aria-disabled')).toBe('true'))
  expect([retry.isConnected, document.activeElement]).toEqual([true, retry])
  expect(retry).toHaveProperty('disabled', false)
  held.resolve(undefined)
  await waitFor(() => expect(retry.getAttribute('aria-disabled')).toBeNull())
  expect(document.activeElement).toBe(retry)
})

test('a failure is no news any more under what was read after it', SLOW, async () => {
  server.use(answer(getCaseContextCard, buildContextCard()))
  showDesk('/cases/1042')
  const shown = await card()
  await shown.findByText('Ledger Pro')
  server.use(refuse(getCaseContextCard, 'fault'))
  await user.click(shown.getByRole('button', { name: 'Ask Licences again' }))
  expect(await shown.findByText('This could not be read.')).toBeTruthy()

  server.use(answer(getCaseContextCard, buildContextCard({ state: 'empty', components: [] })))
  window.dispatchEvent(new Event('visibilitychange'))
  expect(await shown.findByText('Nothing is known of this case there.')).toBeTruthy()
  expect(shown.queryByText('This could not be read.')).toBeNull()
})
