import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptInvitation, arrangeCustomer, sendAtOnce, type Arranged } from './arrange.ts'
import { axeViolations, mailTo, openBrowser, openWindow, signIn, type Window } from './harness.ts'
import { pastePicture } from './paste-picture.ts'
import { screenshotOfAnError } from './screenshot.ts'

const PASSWORD = 'a quiet harbour at noon'
const SUBJECT = 'Invoices print with error 0x97'
const SECRET_DETAIL = 'the margin of project Falcon'
const RESOLUTION = 'The queue of the print service was emptied.'
const QUESTION = 'Please restart the print service. Does it print then?'
const ANSWER = 'It prints again, thank you!'
const PICTURE_WIDTH = 320

let browser: Browser
let windows: Window[]
let administrator: Page
let customer: Page
let lead: Page
let agent: Page
let finance: Page
let arranged: Arranged
let number: string

beforeAll(async () => {
  browser = await openBrowser()
  windows = await Promise.all(Array.from({ length: 5 }, () => openWindow(browser)))
  ;[administrator, customer, lead, agent, finance] = windows.map(({ page }) => page) as [Page, Page, Page, Page, Page]
  await signIn(administrator, 'desk', 'admin@fjordbyte.example')
  arranged = await arrangeCustomer(administrator, 'Vestkyst Optik')
})
afterAll(() => browser.close())

test('an invited contact chooses a password through the mailed link and signs in', async () => {
  await acceptInvitation(customer, arranged.contactEmail, PASSWORD)

  await customer.getByRole('heading', { level: 1, name: 'Hello Ida' }).waitFor()
})

test('the customer reports a case with a screenshot', async () => {
  await customer.getByRole('navigation').getByRole('link', { name: 'Report a case' }).click()
  await customer.getByRole('textbox', { name: 'Subject' }).fill(SUBJECT)
  const editor = customer.getByRole('textbox', { name: 'What happens?' })
  await editor.fill(`Since this morning printing stops. It is about ${SECRET_DETAIL}.`)
  await editor.evaluate(pastePicture, screenshotOfAnError().toString('base64'))
  await editor.getByRole('img').waitFor()
  await customer.getByRole('button', { name: 'Send the case' }).click()

  await customer.waitForURL(/\/extranet\/cases\/\d+$/u)
  number = /\d+$/u.exec(customer.url())?.[0] ?? ''
  await customer.getByRole('heading', { level: 1, name: SUBJECT }).waitFor()
  await expectPicture(customer)
  await customer.getByRole('navigation').getByRole('link', { name: 'Home' }).click()
})

test('a lead finds it among the unassigned and dispatches it to an agent', async () => {
  await signIn(lead, 'desk', 'jonas@fjordbyte.example')
  await lead.goto('/desk/cases?view=unassigned')
  await lead.getByRole('link', { name: SUBJECT }).click()
  await lead.getByRole('heading', { level: 1, name: SUBJECT }).waitFor()
  await expectPicture(lead)
  await lead.getByRole('button', { name: 'Nobody' }).click()
  const dialog = lead.getByRole('dialog', { name: `Dispatch #${number}` })
  await dialog.getByRole('textbox', { name: 'Responsible' }).fill('Mette')
  await lead.getByRole('option', { name: 'Mette Holm' }).click()
  expect(await axeViolations(lead)).toEqual([])
  await dialog.getByRole('button', { name: 'Dispatch', exact: true }).click()

  await lead.getByText('The case is dispatched').waitFor()
  await lead.getByRole('button', { name: 'Mette Holm' }).waitFor()
  await mailTo('mette@fjordbyte.example', `#${number}`)
})

test('the agent answers, registers 25 minutes and waits for the customer in one go', async () => {
  await signIn(agent, 'desk', 'mette@fjordbyte.example')
  await sendAtOnce(agent)
  await agent.getByRole('link', { name: SUBJECT }).click()
  await agent.getByRole('region', { name: 'Internal note' }).getByText('Reply', { exact: true }).click()
  await agent.getByRole('textbox', { name: 'Reply' }).fill(QUESTION)
  await agent.getByRole('textbox', { name: 'Time spent' }).fill('25')
  await agent.getByText('0:25 → 0:30 · kr 475.00').waitFor()
  await agent.getByRole('button', { name: 'Other ways to send' }).click()
  await agent.getByRole('menuitem', { name: 'Send and wait for customer' }).click()

  await agent.getByRole('article', { name: 'Public: Mette Holm' }).getByText(QUESTION).waitFor()
  await agent.getByRole('button', { name: 'Status: Waiting for customer' }).waitFor()
})

test('the customer gets a notice and a mail that gives nothing away', async () => {
  const mail = await mailTo(arranged.contactEmail, `/extranet/cases/${number}`)
  expect(mail.source).not.toContain('print service')
  expect(mail.source).not.toContain(SUBJECT)
  expect(mail.source).not.toContain(SECRET_DETAIL)

  await customer.getByRole('button', { name: /^Notices, \d+ unread$/u }).click()
  await customer
    .getByRole('dialog', { name: 'Notices' })
    .getByRole('link', { name: `#${number}` })
    .first()
    .click()
})

test('the customer answers, and the agent hears of it without reloading', async () => {
  await customer.getByRole('heading', { name: 'We are waiting for you' }).waitFor()
  await customer.getByText(QUESTION).waitFor()
  await customer.getByRole('textbox', { name: 'Your answer' }).fill(ANSWER)
  await customer.getByRole('button', { name: 'Send answer' }).click()

  await agent.getByRole('article', { name: 'Public: Ida Vest' }).getByText(ANSWER).waitFor()
  await agent.getByRole('button', { name: /^Status: (?!Waiting)/u }).waitFor()
})

test('the agent solves it, and the customer sees that without reloading', async () => {
  await agent.getByRole('textbox', { name: 'Reply' }).fill('Good to hear. I close it here.')
  await agent.getByRole('button', { name: 'Other ways to send' }).click()
  await agent.getByRole('menuitem', { name: 'Send and solve' }).click()
  const move = agent.getByRole('dialog', { name: `Move #${number} to Solved` })
  await move.getByRole('textbox', { name: 'Resolution' }).fill(RESOLUTION)
  expect(await axeViolations(agent)).toEqual([])
  await move.getByRole('button', { name: 'Send and move' }).click()

  await agent.getByRole('button', { name: 'Status: Solved' }).waitFor()
  await customer.getByRole('complementary', { name: 'About the case' }).getByText('Solved').first().waitFor()
  await customer.getByText('Good to hear. I close it here.').waitFor()
  await customer.getByText(RESOLUTION).waitFor()
})

test('the case log tells the whole story, and its lanes filter it', async () => {
  await agent.reload()
  const log = agent.getByRole('region', { name: 'Case log' })
  await log.getByText('Mette Holm worked 0:25').waitFor()
  await log.getByText(/^Time 1$/u).click()
  await log.getByText(QUESTION).waitFor({ state: 'detached' })
  await log.getByText('Mette Holm worked 0:25').waitFor()
  await log.getByText(/^Dialogue \d$/u).click()
  await log.getByText(QUESTION).waitFor()
  await log.getByText(ANSWER).waitFor()
  await log.getByText('Mette Holm worked 0:25').waitFor({ state: 'detached' })
})

test('finance sees the potential to the øre, what holds it back, and what it comes from', async () => {
  await signIn(finance, 'desk', 'karen@fjordbyte.example')
  await finance.getByRole('navigation').getByRole('link', { name: 'Potential' }).click()
  const row = finance.getByRole('row', { name: arranged.customerName })
  await row.getByRole('cell', { name: /^kr 475\.00 1 waits for approval of its week$/u }).waitFor()
  await row.getByRole('link', { name: arranged.customerName }).click()

  const entry = finance.getByRole('row', { name: SUBJECT })
  await entry.getByRole('cell', { name: 'kr 475.00', exact: true }).waitFor()
  await entry.getByText('Mette Holm').waitFor()
})

test('nobody on the way stumbles over an inaccessible or faulty screen', async () => {
  for (const { page, faults } of windows) {
    expect(await axeViolations(page)).toEqual([])
    expect(faults).toEqual([])
  }
})

async function expectPicture(page: Page): Promise<void> {
  const picture = page.getByRole('img', { name: 'error.png' })
  await expect
    .poll(() => picture.evaluate((image) => (image as { naturalWidth?: number }).naturalWidth), { timeout: 15_000 })
    .toBe(PICTURE_WIDTH)
}
