import { dayOf } from '@timedesk/prisma/seed/working-time'
import type { Page } from 'playwright'
import { inject } from 'vitest'
import { linkIn, mailTo, signIn } from './harness.ts'

/** Calls the API as whoever is signed in on the page, the way the page itself does. */
export async function callAs<Answer>(
  page: Page,
  method: 'get' | 'post' | 'patch' | 'put',
  path: string,
  data?: object,
): Promise<Answer> {
  const response = await page.request[method](path, {
    headers: { origin: inject('baseUrl'), ...(method === 'patch' && { 'if-match': '*' }) },
    ...(data && { data }),
  })
  if (!response.ok()) throw new Error(`${method} ${path}: ${String(response.status())} ${await response.text()}`)
  return (await response.json()) as Answer
}

export type Arranged = { customerId: string; customerName: string; contactEmail: string }

/** A customer with an hourly agreement (950.00, increment and minimum 15 minutes) and a contact who has been invited. */
export async function arrangeCustomer(administrator: Page, name: string): Promise<Arranged> {
  const arranged = await arrangeContact(administrator, name)
  const { customerId } = arranged
  await callAs(administrator, 'post', '/api/v1/agreements', {
    customerId,
    heading: 'Support by the hour',
    validFrom: '2020-01-01',
    ratePerHour: { amount: '950.00', currency: 'DKK' },
    incrementMinutes: 15,
    minimumMinutes: 15,
  })
  return arranged
}

async function arrangeContact(administrator: Page, name: string): Promise<Arranged> {
  const { id: customerId } = await callAs<{ id: string }>(administrator, 'post', '/api/v1/customers', { name })
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

/**
 * A customer who bought an hour ahead for 900.00 and is asked before more is charged, at 1,000.00 an hour; and a contact
 * who has been invited.
 */
export async function arrangePrepaid(administrator: Page, name: string): Promise<Arranged & { agreementId: string }> {
  const arranged = await arrangeContact(administrator, name)
  const { customerId } = arranged
  const { id: agreementId } = await callAs<{ id: string }>(administrator, 'post', '/api/v1/agreements', {
    ...{ customerId, settlement: 'voucher', heading: 'Prepaid support', validFrom: '2020-01-01' },
    ...{ incrementMinutes: 15, minimumMinutes: 15, overagePolicy: 'approve' },
    ratePerHour: { amount: '1000.00', currency: 'DKK' },
  })
  const sale = { unit: 'minutes', quantity: 60, price: { amount: '900.00', currency: 'DKK' } }
  await callAs(administrator, 'post', `/api/v1/agreements/${agreementId}/vouchers`, sale)
  return { ...arranged, agreementId }
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
  await sendAtOnce(page)
}

/** Lets whoever is signed in on the page send without the time to call messages back, which a story would wait for. */
export async function sendAtOnce(page: Page): Promise<void> {
  await setUndo(page, 0)
}

/** For so many seconds whoever is signed in on the page can call a message back. */
export async function setUndo(page: Page, undoSeconds: number): Promise<void> {
  await callAs(page, 'patch', '/api/v1/me', { undoSeconds })
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
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

/** All that an invoice has to say of a customer in Denmark; its contact gets invoices by mail and sees time and money. */
export async function arrangeTerms(
  administrator: Page,
  { customerId, contactEmail }: Arranged,
  cvr: string,
): Promise<void> {
  await callAs(administrator, 'patch', `/api/v1/customers/${customerId}`, {
    ...{ address: 'Kongensgade 4', postalCode: '7000', city: 'Fredericia', countryCode: 'DK', cvr },
    ...{ invoiceEmail: contactEmail, buyerReference: 'Ida Vest' },
    ...{ showsTime: 'live', showsMoney: true, showsBalances: true, showsInvoices: true },
  })
}

export type Worked = { employeeId?: string; minutes: number; text: string }

/** A case of a customer on which remote support was registered today. Gives its number. */
export async function arrangeWork(
  administrator: Page,
  customerId: string,
  subject: string,
  entries: readonly Worked[],
): Promise<number> {
  const types = await callAs<{ data: { id: string; name: string }[] }>(administrator, 'get', '/api/v1/activity-types')
  const activityTypeId = types.data.find(({ name }) => name === 'Remote support')?.id ?? ''
  const draft = { customerId, subject, description: 'It came by phone.' }
  const { id, number } = await callAs<{ id: string; number: number }>(administrator, 'post', '/api/v1/cases', draft)
  for (const { text: customerText, ...worked } of entries)
    await callAs(administrator, 'post', '/api/v1/time-entries', { ...worked, caseId: id, activityTypeId, customerText })
  return number
}

/** Submits somebody's week of today. */
export async function submitWeek(administrator: Page, employeeId: string): Promise<void> {
  const today = new Date(dayOf(Date.now()))
  today.setUTCDate(today.getUTCDate() - ((today.getUTCDay() + 6) % 7))
  const monday = today.toISOString().slice(0, 10)
  await callAs(administrator, 'put', `/api/v1/employees/${employeeId}/weeks/${monday}/submission`)
}
