import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptInvitation,
  arrangeAgent,
  arrangeCustomer,
  arrangeTerms,
  arrangeWork,
  callAs,
  submitWeek,
  type Arranged,
} from './arrange.ts'
import { axeViolations, mailTo, openBrowser, openWindow, signIn, type Window } from './harness.ts'

const PASSWORD = 'a ferry in the early fog'
const CUSTOMER = 'Lillebælt Arkiv'
const WORKER = 'Uffe Krag'
const SUBJECT = 'The archive is moved'
const ARCHIVE = 'Set up of the archive'
const DRAWINGS = 'Import of the old drawings'
const GENEROUS = 'The import had to be done twice'
const WRONG = 'It belongs to the next phase'

let browser: Browser
let windows: Window[]
let administrator: Page
let lead: Page
let finance: Page
let customer: Page
let arranged: Arranged
let number: string
let invoiceId: string

beforeAll(async () => {
  browser = await openBrowser()
  windows = await Promise.all(Array.from({ length: 4 }, () => openWindow(browser)))
  ;[administrator, lead, finance, customer] = windows.map(({ page }) => page) as [Page, Page, Page, Page]
  await signIn(administrator, 'desk', 'admin@fjordbyte.example')
  arranged = await arrangeCustomer(administrator, CUSTOMER)
  await arrangeTerms(administrator, arranged, '31415926')
  const { id: employeeId } = await arrangeAgent(administrator, WORKER, 'UFKR')
  await arrangeWork(administrator, arranged.customerId, SUBJECT, [
    { employeeId, minutes: 60, text: ARCHIVE },
    { employeeId, minutes: 45, text: DRAWINGS },
    { minutes: 30, text: 'A call about the drawings' },
  ])
  await submitWeek(administrator, employeeId)
  await acceptInvitation(customer, arranged.contactEmail, PASSWORD)
  await signIn(finance, 'desk', 'karen@fjordbyte.example')
})
afterAll(() => browser.close())

test('a lead approves the week', async () => {
  await signIn(lead, 'desk', 'jonas@fjordbyte.example')
  await lead.goto('/desk/time/approvals')
  const week = lead.getByRole('row', { name: WORKER })
  await week.getByRole('button', { name: /^Approve week/u }).click()

  await lead.getByText(/^Week \d+ of Uffe Krag is approved\.$/u).waitFor()
})

test('finance plans an invoice run and sees what it would draft, and what waits and why', async () => {
  await finance.getByRole('navigation').getByRole('link', { name: 'Invoice runs' }).click()
  await finance.getByRole('button', { name: 'New invoice run' }).click()
  const plan = finance.getByRole('dialog', { name: 'Plan an invoice run' })
  await plan.getByRole('textbox', { name: 'Customers' }).fill('Lillebælt')
  await finance.getByRole('option', { name: CUSTOMER }).click()
  await plan.getByRole('button', { name: `Leave ${CUSTOMER} out` }).waitFor()
  expect(await axeViolations(finance)).toEqual([])
  await plan.getByRole('button', { name: 'Preview' }).click()

  await finance.getByRole('heading', { level: 1, name: /^Run \d+/u }).waitFor()
  const row = finance.getByRole('row', { name: CUSTOMER })
  await row.getByText('1 line').waitFor()
  await row.getByText('2 items').waitFor()
  await row.getByRole('cell', { name: 'kr 1,662.50' }).waitFor()
  await row.getByRole('link', { name: '1 waits for approval of its week' }).waitFor()
  await row.getByText('kr 475.00').waitFor()
  expect(await axeViolations(finance)).toEqual([])
})

test('the run drafts exactly that', async () => {
  await finance.getByRole('button', { name: 'Make the drafts' }).click()
  await finance.getByRole('dialog', { name: 'Make 1 draft?' }).getByRole('button', { name: 'Make the drafts' }).click()
  await finance.getByText('Drafted. Look at the drafts and post them.').waitFor()
  await finance.getByRole('row', { name: CUSTOMER }).getByRole('link', { name: 'Invoice' }).click()

  await finance.getByRole('heading', { level: 1, name: 'Draft invoice' }).waitFor()
  await lineOf(1).getByText('Registered kr 1,662.50').waitFor()
  await finance.getByText('Nothing is missing. It can be posted.').waitFor()
})

test('charging less needs a reason, which is kept with what was registered', async () => {
  await finance.getByRole('button', { name: 'Edit line 1' }).click()
  const editor = finance.getByRole('listitem', { name: 'Edit line 1' })
  await editor.getByRole('textbox', { name: /^Amount/u }).fill('1500')
  await editor.getByRole('button', { name: 'Save' }).click()
  const reason = editor.getByRole('textbox', { name: 'Why it charges more or less than was registered' })
  await expect.poll(() => reason.getAttribute('aria-invalid')).toBe('true')
  // The browser writes down by itself that it was refused.
  expect(windows[2]?.faults.splice(0)).toEqual([expect.stringContaining('422')])
  await reason.fill(GENEROUS)
  expect(await axeViolations(finance)).toEqual([])
  await editor.getByRole('button', { name: 'Save' }).click()
  await lineOf(1).getByText(`written down kr 162.50: ${GENEROUS}`).waitFor()
  await finance.reload()

  await lineOf(1).getByText(`written down kr 162.50: ${GENEROUS}`).waitFor()
  await lineOf(1).getByText('Registered kr 1,662.50').waitFor()
})

test('finance posts it and sends it', async () => {
  number = await post(/^It takes the number (F\d+) and charges kr\s1,875\.00\./u)
  invoiceId = finance.url().split('/').at(-1) ?? ''
  await finance.getByRole('button', { name: 'Send…' }).click()
  const letter = finance.getByRole('dialog', { name: `Send ${number}` })
  expect(await axeViolations(finance)).toEqual([])
  await letter.getByRole('button', { name: 'Send', exact: true }).click()

  const { source } = await mailTo(arranged.contactEmail, number)
  expect(source).toContain('application/pdf')
  await finance.getByText(`Sent to ${arranged.contactEmail}`).waitFor()
})

test('the customer sees the invoice, reads the PDF and takes the e-invoice', async () => {
  await customer.getByRole('navigation').getByRole('link', { name: 'Invoices' }).click()
  const row = customer.getByRole('row', { name: number })
  await row.getByText('kr 1,875.00').first().waitFor()
  await row.getByRole('link', { name: number }).click()
  await customer.getByRole('heading', { level: 1, name: `Invoice ${number}` }).waitFor()
  await customer.getByText(ARCHIVE).waitFor()
  expect(await customer.locator('html').innerHTML()).not.toContain(GENEROUS)
  expect(await axeViolations(customer)).toEqual([])

  const shown = await customer.request.get(await addressOf('Open the PDF'))
  expect(shown.headers()['content-type']).toBe('application/pdf')
  expect(shown.headers()['content-disposition']).toContain('inline')
  expect((await shown.body()).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await download('Download the PDF')).toMatch(new RegExp(`${number}.*\\.pdf$`, 'u'))
  expect(await download('Download the e-invoice')).toMatch(/\.xml$/u)
  const ubl = await (await customer.request.get(await addressOf('Download the e-invoice'))).text()
  expect(ubl).toContain(`<cbc:ID>${number}</cbc:ID>`)
})

test('finance credits a part of it, to be invoiced again', async () => {
  await finance.getByRole('button', { name: 'More' }).click()
  await finance.getByRole('menuitem', { name: 'Credit…' }).click()
  const dialog = finance.getByRole('dialog', { name: `Credit ${number}` })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(WRONG)
  await dialog.getByText('Chosen parts').click()
  await dialog.getByRole('checkbox', { name: new RegExp(ARCHIVE, 'u') }).check()
  expect(await axeViolations(finance)).toEqual([])
  await dialog.getByRole('button', { name: 'Draft credit note' }).click()
  await finance.getByRole('heading', { level: 1, name: 'Draft credit note' }).waitFor()
  await finance
    .getByRole('link', { name: `corrects ${number}` })
    .first()
    .waitFor()

  await post(/^It takes the number (K\d+) and gives back kr\s1,071\.43\./u)
})

test('what was credited is potential again, and is invoiced once more', async () => {
  await finance.goto(`/desk/potential?customer=${arranged.customerId}`)
  const again = finance.getByRole('row', { name: ARCHIVE })
  await again.getByRole('cell', { name: 'kr 950.00', exact: true }).waitFor()
  expect(await finance.getByRole('row', { name: DRAWINGS }).count()).toBe(0)
  await finance.getByRole('button', { name: 'Draft all that is ready' }).click()
  await finance.getByRole('heading', { level: 1, name: 'Draft invoice' }).waitFor()

  await post(/^It takes the number (F\d+) and charges kr\s1,187\.50\./u)
})

test('the sums tie, each entry is charged once, and nothing is unsound', async () => {
  const address = `/api/v1/invoices?customerId=${arranged.customerId}`
  const { data } = await callAs<Documents>(finance, 'get', address)
  const sums = data.map(({ kind, payable }) => `${kind} ${payable.amount}`)
  expect(sums.sort()).toEqual(['credit_note 1071.43', 'invoice 1187.50', 'invoice 1875.00'])
  const first = await callAs<Credited>(finance, 'get', `/api/v1/invoices/${invoiceId}`)
  expect(first).toMatchObject({ remaining: { amount: '803.57' }, credited: { amount: '1071.43' } })
  const sources = first.invoiceLines.flatMap((line) => line.sources)
  expect(sources.map(({ isLive, amount }) => `${String(isLive)} ${amount.amount}`).sort()).toEqual([
    'false 857.14',
    'true 642.86',
  ])

  const report = await callAs<{ isSound: boolean }>(administrator, 'get', '/api/v1/integrity')
  expect(report).toMatchObject({ isSound: true })
})

test('nobody on the way stumbles over an inaccessible or faulty screen', async () => {
  for (const { page, faults } of windows) {
    expect(await axeViolations(page)).toEqual([])
    expect(faults).toEqual([])
  }
})

type Documents = { data: { kind: string; payable: { amount: string } }[] }
type Credited = { invoiceLines: { sources: { isLive: boolean; amount: { amount: string } }[] }[] }

function lineOf(position: number): Locator {
  return finance.getByRole('listitem', { name: `Line ${String(position)}` })
}

/** Posts the draft that is open, once the question says what it will be. Gives its number. */
async function post(question: RegExp): Promise<string> {
  await finance.getByRole('button', { name: 'Post…' }).click()
  const dialog = finance.getByRole('dialog', { name: `Post to ${CUSTOMER}?` })
  const told = await dialog.getByText(question).textContent()
  const taken = question.exec(told ?? '')?.[1] ?? ''
  await dialog.getByRole('button', { name: 'Post', exact: true }).click()
  await finance.getByText(`${taken} is posted.`).waitFor()
  await finance.getByRole('heading', { level: 1, name: taken }).waitFor()
  return taken
}

async function addressOf(link: string): Promise<string> {
  return (await customer.getByRole('link', { name: link }).getAttribute('href')) ?? ''
}

/** Downloads what a link leads to, as the browser does. Gives the name of the file. */
async function download(link: string): Promise<string> {
  const [file] = await Promise.all([
    customer.waitForEvent('download'),
    customer.getByRole('link', { name: link }).click(),
  ])
  return file.suggestedFilename()
}
