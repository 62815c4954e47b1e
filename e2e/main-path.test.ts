import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeCustomer, type Arranged } from './arrange.ts'
import { axeViolations, linkIn, mailTo, openBrowser, openWindow, signIn } from './harness.ts'
import { screenshotOfAnError } from './screenshot.ts'

const PASSWORD = 'a quiet harbour at noon'
const SUBJECT = 'Invoices print with error 0x97'
const SECRET_DETAIL = 'the margin of project Falcon'

let browser: Browser
let administrator: Page
let customer: Page
let lead: Page
let agent: Page
let finance: Page
let arranged: Arranged
let number: string

beforeAll(async () => {
  browser = await openBrowser()
  const pages = await Promise.all(Array.from({ length: 5 }, async () => (await openWindow(browser)).page))
  ;[administrator, customer, lead, agent, finance] = pages as [Page, Page, Page, Page, Page]
  await signIn(administrator, 'desk', 'admin@fjordbyte.example')
  arranged = await arrangeCustomer(administrator, 'Vestkyst Optik')
})
afterAll(() => browser.close())

test('an invited contact chooses a password through the mailed link and signs in', async () => {
  const invitation = await mailTo(arranged.contactEmail, 'set-password')
  await customer.goto(linkIn(invitation))
  for (const field of await customer.getByLabel(/password/iu).all())
    if (await field.isEditable()) await field.fill(PASSWORD)
  await customer
    .getByRole('button', { name: /password|save/iu })
    .last()
    .click()

  await signIn(customer, 'extranet', arranged.contactEmail, PASSWORD)

  await expect.poll(() => customer.getByRole('heading', { level: 1 }).innerText()).toContain('Ida')
})

test('the customer reports a case with a screenshot', async () => {
  await customer.goto('/extranet/cases/new')
  await customer.getByRole('radio', { name: /error/iu }).first().click()
  await customer.getByLabel('Subject').fill(SUBJECT)
  await customer
    .getByRole('textbox', { name: 'What happens?' })
    .fill(`Since this morning printing stops. It is about ${SECRET_DETAIL}.`)
  await customer
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'error.png', mimeType: 'image/png', buffer: screenshotOfAnError() })
  await customer.getByText('error.png').first().waitFor()
  await customer.getByRole('button', { name: 'Send the case' }).click()

  await customer.waitForURL(/\/extranet\/cases\/\d+$/u)
  number = /\d+$/u.exec(customer.url())?.[0] ?? ''
  await customer.getByRole('heading', { name: new RegExp(SUBJECT, 'u') }).waitFor()
  const picture = customer.getByRole('img', { name: 'error.png' }).first()
  await expect.poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(0)
})

test('a lead dispatches it to an agent', async () => {
  await signIn(lead, 'desk', 'jonas@fjordbyte.example')
  await lead.goto('/desk/cases?view=unassigned')
  await lead
    .getByRole('link', { name: new RegExp(SUBJECT, 'u') })
    .first()
    .click()
  await lead.getByRole('heading', { name: new RegExp(SUBJECT, 'u') }).waitFor()
  await lead.keyboard.press('a')
  const dialog = lead.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Department' }).click()
  await lead.getByRole('option', { name: 'First line' }).click()
  await dialog.getByRole('textbox', { name: 'Responsible' }).fill('Mette')
  await lead.getByRole('option', { name: /Mette Holm/u }).click()
  await dialog.getByRole('button', { name: 'Dispatch' }).click()

  await lead.getByText('The case is dispatched').waitFor()
  await mailTo('mette@fjordbyte.example', `[#${number}]`)
})

test('the agent answers and registers 25 minutes in the same go', async () => {
  await signIn(agent, 'desk', 'mette@fjordbyte.example')
  await agent.goto(`/desk/cases/${number}`)
  await agent.getByRole('heading', { name: new RegExp(SUBJECT, 'u') }).waitFor()
  await agent
    .getByRole('textbox', { name: /reply/iu })
    .fill('Hello Ida, please restart the print service. Does it print then?')
  await agent.getByLabel('Time spent').fill('25')
  await agent
    .getByText(/475\.00/u)
    .first()
    .waitFor()
  await agent.getByRole('button', { name: 'Other ways to send' }).click()
  await agent.getByRole('menuitem', { name: 'Send and wait for customer' }).click()

  await agent.getByText('please restart the print service').first().waitFor()
  await agent.getByRole('button', { name: /Status: Waiting for customer/u }).waitFor()
})

test('the customer gets a notice and a mail that gives nothing away', async () => {
  const mail = await mailTo(arranged.contactEmail, `[#${number}]`)
  expect(mail.source).toContain(`/extranet/cases/${number}`)
  expect(mail.source).not.toContain('print service')
  expect(mail.source).not.toContain(SUBJECT)

  await customer.goto('/extranet/')
  await customer.getByText('We are waiting for you').first().waitFor()
  await customer.getByRole('button', { name: /notice|notification/iu }).click()
  await customer
    .getByText(new RegExp(`#${number}`, 'u'))
    .first()
    .waitFor()
})

test('the customer answers, and the agent hears of it without reloading', async () => {
  await customer.goto(linkIn({ recipients: [], source: `${new URL(customer.url()).origin}/extranet/cases/${number}` }))
  await customer.getByText('please restart the print service').first().waitFor()
  await customer.getByRole('textbox', { name: 'Your answer' }).fill('It prints again, thank you!')
  await customer.getByRole('button', { name: 'Send answer' }).click()

  await agent.getByText('It prints again, thank you!').first().waitFor()
})

test('the agent solves it, and both sides see that', async () => {
  await agent.getByRole('textbox', { name: /reply/iu }).fill('Good to hear. I close it here.')
  await agent.getByRole('button', { name: 'Other ways to send' }).click()
  await agent.getByRole('menuitem', { name: 'Send and solve' }).click()

  await agent.getByRole('button', { name: /Status: Solved/u }).waitFor()
  await customer.getByText('Solved', { exact: true }).first().waitFor()
})

test('the case log tells the whole story, and its lanes filter it', async () => {
  await agent.reload()
  const log = agent.getByRole('region', { name: 'Case log' }).or(agent.getByLabel('Case log')).first()
  await log.getByText(/0:25/u).first().waitFor()
  await agent.getByText('Dialogue', { exact: true }).first().click()
  await expect.poll(() => agent.getByText(/0:25/u).count()).toBeLessThanOrEqual(1)
  await agent.getByText('please restart the print service').first().waitFor()
})

test('finance sees the potential to the øre, and what it comes from', async () => {
  await signIn(finance, 'desk', 'karen@fjordbyte.example')
  await finance.goto('/desk/potential')
  const row = finance.getByRole('row', { name: new RegExp(arranged.customerName, 'u') })
  await row.waitFor()
  expect(await row.innerText()).toContain('475.00')

  await finance.goto(`/desk/potential?customer=${arranged.customerId}`)
  await finance.getByText(new RegExp(SUBJECT, 'u')).first().waitFor()
  await finance.getByText(/0:30/u).first().waitFor()
})

test('nobody on the way stumbles over an inaccessible screen', async () => {
  const found = await Promise.all([customer, agent, finance, lead].map(axeViolations))

  expect(found.flat()).toEqual([])
})
