import type { Page } from 'playwright'
import { inject } from 'vitest'
import { linkIn, mailTo, signIn } from './harness.ts'

/** Calls the API as whoever is signed in on the page, the way the page itself does. */
export async function callAs<Answer>(
  page: Page,
  method: 'get' | 'post' | 'patch',
  path: string,
  data?: object,
): Promise<Answer> {
  const response = await page.request[method](path, {
    headers: { origin: inject('baseUrl') },
    ...(data && { data }),
  })
  if (!response.ok()) throw new Error(`${method} ${path}: ${String(response.status())} ${await response.text()}`)
  return (await response.json()) as Answer
}

export type Arranged = { customerId: string; customerName: string; contactEmail: string }

/** A customer with an hourly agreement (950.00, increment and minimum 15 minutes) and a contact who has been invited. */
export async function arrangeCustomer(administrator: Page, name: string): Promise<Arranged> {
  const { id: customerId } = await callAs<{ id: string }>(administrator, 'post', '/api/v1/customers', { name })
  await callAs(administrator, 'post', '/api/v1/agreements', {
    customerId,
    heading: 'Support by the hour',
    validFrom: '2020-01-01',
    ratePerHour: { amount: '950.00', currency: 'DKK' },
    incrementMinutes: 15,
    minimumMinutes: 15,
  })
  const contactEmail = `ida@${name.toLowerCase().replaceAll(/[^a-z]/gu, '')}.example`
  await callAs(administrator, 'post', '/api/v1/contacts', {
    customerId,
    name: 'Ida Vest',
    email: contactEmail,
    role: 'manager',
    seesAllCases: true,
  })
  return { customerId, customerName: name, contactEmail }
}

/** Chooses a password through the link of an invitation, and signs in with it. */
export async function acceptInvitation(page: Page, email: string, password: string): Promise<void> {
  await page.goto(linkIn(await mailTo(email, 'set-password')))
  await page.getByRole('textbox', { name: 'New password' }).fill(password)
  await page.getByRole('textbox', { name: 'The same password again' }).fill(password)
  await page.getByRole('button', { name: 'Save the password' }).click()
  await page.getByText('Your password is set.').waitFor()
  await signIn(page, 'extranet', email, password)
}
