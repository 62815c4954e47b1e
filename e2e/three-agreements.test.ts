import type { Browser, Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { callAs } from './arrange.ts'
import { axeViolations, openBrowser, openWindow, signIn, type Window } from './harness.ts'

const REASON = 'Goodwill after the outage'
const AGREEMENT_PAGE = /\/desk\/agreements\/[\da-f-]{36}$/u

let browser: Browser
let finance: Window
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  finance = await openWindow(browser)
  ;({ page } = finance)
  await signIn(page, 'desk', 'karen@fjordbyte.example')
})
afterEach(async () => {
  expect(await axeViolations(page)).toEqual([])
  expect(finance.faults.splice(0)).toEqual([])
})
afterAll(() => browser.close())

test('finance agrees on time spent, and reads what 22 minutes will cost before it is made', async () => {
  await openEditor('Havnens Snedkeri')
  await write('Heading', 'Support by the hour')
  await write('Price for an hour (DKK)', '950')
  await write('Rounded up to a multiple of (minutes)', '15')
  await preview().getByText('22 min → 30 min → kr 475.00').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await activate('Support by the hour')

  await page.getByText('by 15 min, at least 15 min').waitFor()
})

test('finance agrees on a voucher of ten hours, which is sold with it', async () => {
  await openEditor('Fyrtårnets Antikvariat')
  await settleBy('Voucher')
  await write('Heading', 'Ten hours ahead')
  await write('Hours', '10')
  await write('Price (DKK)', '9000')
  await write('Price for an hour (DKK)', '1000')
  await preview().getByText('an hour costs kr 900.00').waitFor()
  await preview().getByText('22 min → 30 min, takes 0:30 of 10:00 h').waitFor()
  await preview().getByText('kr 1,000.00, charged').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await activate('Ten hours ahead')

  const [sold] = await vouchers(1)
  await sold?.getByRole('cell', { name: 'kr 9,000.00' }).waitFor()
})

test('finance sells a further voucher under it', async () => {
  await page.getByRole('button', { name: 'Sell a voucher' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sell a voucher under Ten hours ahead' })
  await dialog.getByRole('textbox', { name: 'Hours' }).fill('5')
  await dialog.getByRole('textbox', { name: 'Price (DKK)' }).fill('4250')
  await dialog.getByText('an hour costs kr 850.00').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Sell', exact: true }).click()

  await page.getByText(/^V-\d+ is sold\.$/u).waitFor()
  await vouchers(2)
})

test('finance adjusts it with a reason, and the ledger tells of it', async () => {
  await page.getByRole('row', { name: 'kr 4,250.00' }).getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: /^V-\d+/u }).waitFor()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Adjust' }).click()
  const dialog = page.getByRole('dialog', { name: /^Adjust V-\d+$/u })
  await dialog.getByRole('textbox', { name: 'Hours' }).fill('1')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(REASON)
  await dialog.getByText('6:00 h are left instead of 5:00 h.').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Adjust' }).click()

  const ledger = page.getByRole('table', { name: 'Ledger' })
  const adjusted = ledger.getByRole('row', { name: REASON })
  await adjusted.getByRole('cell', { name: '+1:00' }).waitFor()
  await adjusted.getByRole('cell', { name: '6:00' }).waitFor()
  await adjusted.getByText('approved by Karen Bruun').waitFor()
  await ledger.getByRole('row', { name: 'Sold' }).getByRole('cell', { name: '+5:00' }).waitFor()
})

test('finance agrees on a subscription that includes five hours and lets them stay for a month', async () => {
  await openEditor('Kystens Blomster')
  await settleBy('Subscription')
  await write('Heading', 'Support at a fixed price')
  await write('Text on the invoice', 'Support plan')
  await write('Price of one (DKK)', '4000')
  await page.getByRole('radiogroup', { name: 'Includes' }).getByText('Hours', { exact: true }).click()
  await write('Hours in each period', '5')
  await write('Unused stays for (periods)', '1')
  await write('At most (hours)', '5')
  await preview().getByText('kr 4,000.00 every month').waitFor()
  await preview().getByText('5:00 h every month; an hour of them costs kr 800.00').waitFor()
  await preview().getByText('stays for one more period, 5:00 h at most').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await activate('Support at a fixed price')

  const line = page.getByRole('table', { name: 'Plan' }).getByRole('row', { name: 'Support plan' })
  await line.getByRole('cell', { name: 'kr 4,000.00' }).waitFor()
  await line.getByText(/^Includes 5:00/u).waitFor()
})

test('the simulator says what a customer would have paid under a draft', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'Simulator' }).click()
  await write('Customer', 'Nordlys')
  await page.getByRole('option', { name: /Nordlys/u }).click()
  await page.getByRole('button', { name: 'Run the simulation' }).waitFor()
  await settleBy('Voucher')
  await write('Hours', '20')
  await write('Price (DKK)', '17000')
  await write('Price for an hour (DKK)', '1100')
  await page.getByRole('button', { name: 'Run the simulation' }).click()

  const said = /^The customer would have paid kr\s[\d,]+\.\d\d (?:more|less)\.$/u
  await page.getByText(said).waitFor()
  const comparison = page.getByRole('table', { name: 'Today and the draft' })
  await comparison.getByRole('row', { name: 'The customer pays' }).waitFor()
  await comparison.getByRole('row', { name: 'Vouchers bought' }).waitFor()
})

async function openEditor(customer: string): Promise<void> {
  const { id } = await callAs<{ id: string }>(page, 'post', '/api/v1/customers', { name: customer })
  await page.goto(`/desk/agreements/new?customer=${id}`)
  await page.getByRole('heading', { level: 1, name: 'New agreement' }).waitFor()
}

async function settleBy(settlement: 'Voucher' | 'Subscription'): Promise<void> {
  await page.getByRole('radio', { name: settlement, exact: true }).click()
}

async function write(label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).fill(text)
}

/** Makes the agreement, and waits for its page. */
async function activate(heading: string): Promise<void> {
  await page.getByRole('button', { name: 'Create and activate' }).click()
  await page.waitForURL(AGREEMENT_PAGE)
  await page.getByRole('heading', { level: 1, name: `${heading} Active` }).waitFor()
}

function preview(): Locator {
  return page.getByRole('region', { name: 'What it means in money' })
}

/** The vouchers under the agreement, once there are so many. */
async function vouchers(count: number): Promise<Locator[]> {
  const rows = page.getByRole('table', { name: 'Vouchers' }).getByRole('row', { name: /^V-\d+/u })
  await expect.poll(() => rows.count()).toBe(count)
  return rows.all()
}
