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

/** A customer who bought 600 minutes ahead for 9,000.00, rounded up to a quarter of an hour. Gives the voucher's name too. */
export async function arrangeVoucher(
  administrator: Page,
  name: string,
): Promise<{ customerId: string; voucherName: string }> {
  const { id: customerId } = await callAs<{ id: string }>(administrator, 'post', '/api/v1/customers', { name })
  const { id } = await callAs<{ id: string }>(administrator, 'post', '/api/v1/agreements', {
    ...{ customerId, settlement: 'voucher', heading: 'Prepaid support', validFrom: '2020-01-01' },
    ...{ incrementMinutes: 15, minimumMinutes: 15 },
  })
  const sale = { unit: 'minutes', quantity: 600, price: { amount: '9000.00', currency: 'DKK' } }
  const voucher = await callAs<{ name: string }>(administrator, 'post', `/api/v1/agreements/${id}/vouchers`, sale)
  return { customerId, voucherName: voucher.name }
}

/** A case of a customer in the hands of an employee. Gives its number. */
export async function arrangeCase(
  administrator: Page,
  customerId: string,
  { departmentId, id: responsibleId }: Colleague,
  subject: string,
): Promise<number> {
  const draft = { customerId, departmentId, responsibleId, subject, description: 'It came by phone.' }
  const { number } = await callAs<{ number: number }>(administrator, 'post', '/api/v1/cases', draft)
  return number
}

export type Colleague = { id: string; name: string; email: string; departmentId: string }

/** A new agent who is to work 7:24 on every day, and has been invited. */
export async function arrangeAgent(administrator: Page, name: string, initials: string): Promise<Colleague> {
  const { data } = await callAs<{ data: { id: string }[] }>(administrator, 'get', '/api/v1/departments?search=First')
  const departmentId = data[0]?.id ?? ''
  const email = `${initials.toLowerCase()}@fjordbyte.example`
  const { id } = await callAs<{ id: string }>(administrator, 'post', '/api/v1/employees', {
    ...{ name, initials, email, role: 'agent', departmentId },
    workingMinutes: Array.from({ length: 7 }, () => 444),
  })
  return { id, name, email, departmentId }
}

/** Chooses an employee's password through the link of the invitation, and signs in with it. */
export async function joinStaff(page: Page, email: string, password: string): Promise<void> {
  await page.goto(linkIn(await mailTo(email, 'set-password')))
  await page.getByRole('textbox', { name: 'New password' }).fill(password)
  await page.getByRole('button', { name: 'Save the password' }).click()
  await page.getByText('The password is saved').waitFor()
  await signIn(page, 'desk', email, password)
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
