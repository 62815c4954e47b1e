import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test } from 'vitest'

import { buildMe } from '../test/build.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = 30_000
const finance = { me: buildMe('finance') }
const user = userEvent.setup({ delay: null })
const march = 'from=2026-03-01&to=2026-03-31'

async function file(name = 'Download'): Promise<string> {
  const { href } = await screen.findByRole<HTMLAnchorElement>('link', { name })
  return href.replace(globalThis.location.origin, '')
}

test('the books of a period are a file of the chosen kind and format', { timeout: SLOW }, async () => {
  showDesk(`/bookkeeping?${march}`, finance)
  expect(await file()).toBe(`/api/v1/bookkeeping/exports/invoices?${march}&format=csv`)

  await user.click(screen.getByRole('radio', { name: 'Bookkeeping entries' }))
  await user.click(screen.getByRole('radio', { name: 'XLSX' }))
  await user.click(screen.getByRole('radio', { name: 'Quarter' }))

  expect(await file()).toBe('/api/v1/bookkeeping/exports/postings?from=2026-01-01&to=2026-03-31&format=xlsx')
  expect(screen.getByText('Bookkeeping entries from 1 Jan 2026 to 31 Mar 2026 as XLSX.')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('the address holds what is chosen, in Danish too', { timeout: SLOW }, async () => {
  showDesk(`/bookkeeping?${march}&kind=time&format=json`, { ...finance, language: 'da' })

  expect(await file('Hent')).toBe(`/api/v1/bookkeeping/exports/time?${march}&format=json`)
})

test('the feed is explained with its marks, and leads to the reference', { timeout: SLOW }, async () => {
  showDesk('/bookkeeping', finance)

  expect(await screen.findByText('GET /api/v1/bookkeeping/invoices?after=81234.5121')).toBeTruthy()
  expect(screen.getByText('GET /api/v1/bookkeeping/postings')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'API reference' }).getAttribute('href')).toBe('/api/docs')
})

test('others are told that it is not for them', { timeout: SLOW }, async () => {
  showDesk('/bookkeeping', { me: buildMe('lead') })

  expect(await screen.findByText('Bookkeeping is for finance and managers.')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Bookkeeping' })).toBeNull()
})
