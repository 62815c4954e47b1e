import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptInvitation,
  arrangeAgent,
  arrangeCustomer,
  arrangePrepaid,
  arrangeTerms,
  arrangeWork,
  callAs,
  submitWeek,
  type Arranged,
} from './arrange.ts'
import { axeViolations, openBrowser, openWindow, signIn, type Window } from './harness.ts'

const PASSWORD = 'a gull above the breakwater'
const TUNNEL = 'Reset of the tunnel'
const SCANNERS = 'Set up of three scanners'
const QUESTION = 'Was the tunnel not under warranty?'
const ANSWER = 'The warranty ended in spring, sorry.'
const HOURLY = 'Kolding Fjernkøl'
const PREPAID = 'Assens Trælast'

let browser: Browser
let windows: Window[]
let administrator: Page
let lead: Page
let finance: Page
let asking: Page
let ordering: Page
let hourly: Arranged
let prepaid: Arranged & { agreementId: string }
let tunnelCase: number
let scannerCase: number
let draftAddress: string

beforeAll(async () => {
  browser = await openBrowser()
  windows = await Promise.all(Array.from({ length: 5 }, () => openWindow(browser)))
  ;[administrator, lead, finance, asking, ordering] = windows.map(({ page }) => page) as [Page, Page, Page, Page, Page]
  await signIn(administrator, 'desk', 'admin@fjordbyte.example')
  hourly = await arrangeCustomer(administrator, HOURLY)
  prepaid = await arrangePrepaid(administrator, PREPAID)
  await arrangeTerms(administrator, hourly, '27182818')
  await arrangeTerms(administrator, prepaid, '16180339')
  const { id: employeeId } = await arrangeAgent(administrator, 'Vita Sol', 'VISO')
  tunnelCase = await arrangeWork(administrator, hourly.customerId, 'No connection to the plant', [
    { employeeId, minutes: 30, text: TUNNEL },
  ])
  scannerCase = await arrangeWork(administrator, prepaid.customerId, 'New scanners in the yard', [
    { employeeId, minutes: 120, text: SCANNERS },
  ])
  await submitWeek(administrator, employeeId)
  await signIn(lead, 'desk', 'jonas@fjordbyte.example')
  await lead.goto('/desk/time/approvals')
  const week = lead.getByRole('row', { name: 'Vita Sol' })
  await week.getByRole('button', { name: /^Approve week/u }).click()
  await lead.getByText(/^Week \d+ of Vita Sol is approved\.$/u).waitFor()
  await acceptInvitation(asking, hourly.contactEmail, PASSWORD)
  await acceptInvitation(ordering, prepaid.contactEmail, PASSWORD)
  await signIn(finance, 'desk', 'karen@fjordbyte.example')
})
afterAll(() => browser.close())

test('the customer questions a line of time that finance has just drafted', async () => {
  await finance.goto(`/desk/potential?customer=${hourly.customerId}`)
  await finance.getByRole('row', { name: TUNNEL }).waitFor()
  await finance.getByRole('button', { name: 'Draft all that is ready' }).click()
  await finance.getByText('Nothing is missing. It can be posted.').waitFor()
  draftAddress = finance.url()

  await asking.goto(`/extranet/cases/${String(tunnelCase)}`)
  await asking.getByRole('button', { name: `Ask about this: ${TUNNEL}` }).click()
  const dialog = asking.getByRole('dialog', { name: 'Ask about this time' })
  await dialog.getByRole('textbox', { name: 'Your question' }).fill(QUESTION)
  expect(await axeViolations(asking)).toEqual([])
  await dialog.getByRole('button', { name: 'Send the question' }).click()
  await asking.getByText('Your question is sent.').waitFor()
  await asking.getByText('Waits for our answer').waitFor()
})

test('the draft cannot be posted before somebody has answered', async () => {
  await finance.goto(draftAddress)
  await finance.getByText('The customer questions time on this document. Answer first.').waitFor()
  expect(await finance.getByRole('button', { name: 'Post…' }).count()).toBe(0)
  expect(await axeViolations(finance)).toEqual([])

  const id = draftAddress.split('/').at(-1) ?? ''
  const refused = await finance.request.post(`/api/v1/invoices/${id}/posting`, {
    headers: { origin: new URL(draftAddress).origin, 'if-match': '*' },
  })
  expect(await refused.json()).toMatchObject({ code: 'posting_refused', errors: [{ code: 'question_open' }] })
})

test('finance answers, the customer reads the answer, and the draft is posted', async () => {
  await finance.getByRole('navigation').getByRole('link', { name: 'Questioned time' }).click()
  const row = finance.getByRole('row', { name: HOURLY }).filter({ hasText: QUESTION })
  await row.getByText('On a draft, which cannot be posted meanwhile').waitFor()
  await row.getByRole('button', { name: 'Answer the question of Ida Vest' }).click()
  const dialog = finance.getByRole('dialog', { name: 'Answer Ida Vest' })
  await dialog.getByRole('radio', { name: 'It stays' }).click()
  await dialog.getByRole('textbox', { name: 'Answer to the customer' }).fill(ANSWER)
  expect(await axeViolations(finance)).toEqual([])
  await dialog.getByRole('button', { name: 'Send the answer' }).click()
  await finance.getByText('The question is answered.').waitFor()

  await asking.reload()
  await asking.getByText(ANSWER).waitFor()
  await finance.goto(draftAddress)
  await finance.getByRole('button', { name: 'Post…' }).click()
  await finance.getByRole('dialog').getByRole('button', { name: 'Post', exact: true }).click()
  await finance.getByText(/^F\d+ is posted\.$/u).waitFor()
})

test('what is invoiced cannot be questioned any more', async () => {
  await asking.reload()
  await asking.getByText(TUNNEL).waitFor()
  await asking
    .getByText(/Invoiced/u)
    .first()
    .waitFor()

  expect(await asking.getByRole('button', { name: /^Ask about/u }).count()).toBe(0)
})

test('the customer accepts work beyond the prepaid hour, and finance sees it ready at once', async () => {
  await finance.goto(`/desk/potential?customer=${prepaid.customerId}`)
  await finance
    .getByRole('row', { name: SCANNERS })
    .getByText(/waits for/iu)
    .first()
    .waitFor()
  await ordering.goto('/extranet/')
  await ordering.getByText('1:00 beyond the agreement').first().waitFor()
  await ordering.goto(`/extranet/cases/${String(scannerCase)}`)
  await ordering.getByRole('button', { name: 'Accept 1:00 beyond the agreement' }).click()
  const dialog = ordering.getByRole('dialog', { name: 'Accept 1:00 beyond the agreement?' })
  await dialog.getByRole('textbox', { name: 'Note for us' }).fill('Fine with us.')
  expect(await axeViolations(ordering)).toEqual([])
  await dialog.getByRole('button', { name: 'Accept' }).click()
  await ordering.getByText('Beyond the agreement, billed by the hour').waitFor()

  const address = `/api/v1/potential/${prepaid.customerId}/items?state=ready&source=time`
  await expect
    .poll(async () => (await callAs<Items>(finance, 'get', address)).data.map(({ amount }) => amount?.amount), SOON)
    .toEqual(['1000.00'])
})

test('the customer orders a further voucher, and finance sells it', async () => {
  await ordering.goto(`/extranet/agreements/${prepaid.agreementId}`)
  await ordering.getByRole('button', { name: /^Order .* for kr 900\.00$/u }).click()
  const dialog = ordering.getByRole('dialog', { name: /^Order .*\?$/u })
  await dialog.getByRole('textbox', { name: 'Message' }).fill('PO 4711')
  expect(await axeViolations(ordering)).toEqual([])
  await dialog.getByRole('button', { name: 'Send the order' }).click()
  await ordering.getByText('Waits for an answer').waitFor()

  await finance.getByRole('navigation').getByRole('link', { name: 'Voucher orders' }).click()
  const row = finance.getByRole('row', { name: PREPAID })
  await row.getByText('PO 4711').waitFor()
  await row.getByRole('button', { name: /^Accept order \d+$/u }).click()
  const sale = finance.getByRole('dialog', { name: new RegExp(`^Sell .* to ${PREPAID}$`, 'u') })
  expect(await axeViolations(finance)).toEqual([])
  await sale.getByRole('button', { name: 'Sell the voucher' }).click()
  await finance.getByText('The voucher is sold.').waitFor()

  await ordering.reload()
  await ordering.getByText('Accepted', { exact: true }).first().waitFor()
})

test('nobody on the way stumbles over an inaccessible or faulty screen', async () => {
  for (const { page, faults } of windows) {
    expect(await axeViolations(page)).toEqual([])
    expect(faults).toEqual([])
  }
})

type Items = { data: { amount: { amount: string } | null }[] }
const SOON = { timeout: 15_000 }
