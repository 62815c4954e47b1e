import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  getInvoicingSettings,
  listCurrencyRates,
  setCurrencyRate,
  updateInvoicingSettings,
} from '@timedesk/contracts/invoicing-settings'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe } from '../test/build.ts'
import { settings } from '../test/invoicing-cast.ts'
import { showDesk } from '../test/show.tsx'

const manager = { me: buildMe('administrator') }
const user = userEvent.setup({ delay: null })
const SLOW = 30_000
const asked = vi.fn<(body: unknown) => void>()
const rate = {
  ...{ currency: 'EUR', validFrom: '2026-03-01', rate: '7.46', createdByName: 'Karen Bech' },
  createdAt: '2026-03-02T09:15:00.000Z',
}

beforeEach(() => {
  asked.mockClear()
  server.use(answer(getInvoicingSettings, settings), answer(listCurrencyRates, { data: [rate] }))
})

function write(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } })
}

test('the settings are changed, and only what was changed is sent', { timeout: SLOW }, async () => {
  server.use(answer(updateInvoicingSettings, settings, ({ body }) => asked(body)))
  showDesk('/settings/invoicing', manager)
  write(await screen.findByRole('textbox', { name: 'IBAN' }), 'DK5000400440116243')
  write(screen.getByRole('textbox', { name: 'Standard VAT in %' }), '25,5')
  write(screen.getByRole('textbox', { name: 'Revenue: time' }), '1010')
  expect(screen.getByText('Next: invoice F1043, credit note K1004.')).toBeTruthy()
  expect(await screen.findByRole('table', { name: 'Currency rates' })).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(asked).toHaveBeenCalledOnce())
  const accounts = { receivable: '5600', revenue_time: '1010' }
  expect(asked).toHaveBeenCalledWith({ iban: 'DK5000400440116243', vatRate: '25.5', accounts })
})

test('when somebody was quicker, the draft is kept', { timeout: SLOW }, async () => {
  server.use(refuse(updateInvoicingSettings, 'stale_version'))
  showDesk('/settings/invoicing', manager)
  write(await screen.findByRole('textbox', { name: 'BIC' }), 'DABADKKK')
  await user.click(screen.getByRole('button', { name: 'Save' }))

  expect(await screen.findByText(/What you changed is still here/u)).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'BIC' }).value).toBe('DABADKKK')
})

test('a currency rate is set from a day on', { timeout: SLOW }, async () => {
  server.use(answer(setCurrencyRate, rate, ({ body }) => asked(body)))
  showDesk('/settings/invoicing', { ...manager, language: 'da' })
  await user.click(await screen.findByRole('button', { name: 'Sæt en kurs' }))
  const dialog = within(await screen.findByRole('dialog'))
  write(dialog.getByRole('textbox', { name: /^Kurs/u }), '7,4605')
  await user.click(dialog.getByRole('button', { name: 'Sæt' }))

  expect(await screen.findByText('Kursen er sat.')).toBeTruthy()
  expect(asked).toHaveBeenCalledWith({ rate: '7.4605' })
})

test('who may not see the settings is told so', async () => {
  server.use(refuse(getInvoicingSettings, 'permission_denied'), refuse(listCurrencyRates, 'permission_denied'))
  showDesk('/settings/invoicing')
  expect((await screen.findAllByRole('heading', { name: 'You may not see this' })).length).toBeGreaterThan(0)
})
