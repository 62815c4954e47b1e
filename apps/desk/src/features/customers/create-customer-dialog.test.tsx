import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createCustomer, listCustomers } from '@timedesk/contracts/customers'
import { expect, test } from 'vitest'

import { answer, refuse, server } from '../../test/answers.ts'
import { buildMe, pageOf } from '../../test/build.ts'
import { showDesk } from '../../test/show.tsx'

test('a refused customer keeps its draft and tells the problem at its field', async () => {
  const person = userEvent.setup()
  showDesk('/customers', { me: buildMe('lead') })
  server.use(
    answer(listCustomers, pageOf()),
    refuse(createCustomer, 'invalid_money', [
      { pointer: '/body/ratePerHour/amount', code: 'invalid_money', message: 'Must be an amount.' },
    ]),
  )

  await screen.findByRole('heading', { name: 'No customers yet' })
  for (const button of screen.getAllByRole('button', { name: 'New customer' }).slice(0, 1)) await person.click(button)
  await person.type(await screen.findByRole('textbox', { name: /^Name/u }), 'Acme')
  await person.type(screen.getByRole('textbox', { name: 'Own price for an hour' }), 'dear')
  await person.click(screen.getByRole('button', { name: 'Create' }))

  expect((await screen.findByRole('alert')).textContent).toContain('The amount is not valid.')
  expect(screen.getByText('Write an amount with at most two decimals.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Own price for an hour' }))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Name/u }).value).toBe('Acme')
})
