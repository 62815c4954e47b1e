import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeAgent, arrangeCase, arrangeCustomer, arrangeVoucher, joinStaff, type Colleague } from './arrange.ts'
import { axeViolations, openBrowser, openWindow, signIn, type Window } from './harness.ts'
import { expectFocus, tabTo } from './keyboard.ts'

const PASSWORD = 'a lighthouse in the morning'
const PREPAID_SUBJECT = 'The scanner sends empty pages'
const HOURLY_SUBJECT = 'Labels come out upside down'
const HOURLY_CUSTOMER = 'Nordhavn Tryk'
const REASON = 'The labels took longer: please look at it again.'

let browser: Browser
let windows: Window[]
let administrator: Page
let agent: Page
let second: Page
let lead: Page
let finance: Page
let colleague: Colleague
let voucher: string
let prepaidCase: number

beforeAll(async () => {
  browser = await openBrowser()
  windows = await Promise.all(Array.from({ length: 5 }, () => openWindow(browser)))
  ;[administrator, agent, second, lead, finance] = windows.map(({ page }) => page) as [Page, Page, Page, Page, Page]
  await signIn(administrator, 'desk', 'admin@fjordbyte.example')
  colleague = await arrangeAgent(administrator, 'Ea Lund', 'EALU')
  const prepaid = await arrangeVoucher(administrator, 'Sydhavn Bageri')
  const hourly = await arrangeCustomer(administrator, HOURLY_CUSTOMER)
  voucher = prepaid.voucherName
  prepaidCase = await arrangeCase(administrator, prepaid.customerId, colleague, PREPAID_SUBJECT)
  await arrangeCase(administrator, hourly.customerId, colleague, HOURLY_SUBJECT)
  await joinStaff(agent, colleague.email, PASSWORD)
})
afterAll(() => browser.close())

test('the agent starts the timer on a case and pauses it, and a reload changes nothing', async () => {
  await agent.goto(`/desk/cases/${String(prepaidCase)}`)
  await agent.getByRole('button', { name: 'Start timer' }).click()
  await timerOf(agent, 'running').waitFor()
  await agent.getByRole('button', { name: 'Pause the timer' }).click()
  const paused = timerOf(agent, 'paused')
  await paused.waitFor()
  const measured = await paused.getByRole('timer').textContent()
  await agent.reload()

  await paused.waitFor()
  expect(await paused.getByRole('timer').textContent()).toBe(measured)
})

test('a second window of the same account has the same timer, and each follows the other when it is looked at', async () => {
  await signIn(second, 'desk', colleague.email, PASSWORD)
  await timerOf(second, 'paused').waitFor()
  await second.getByRole('button', { name: 'Go on with the timer' }).click()

  await timerOf(second, 'running').waitFor()
  await lookAt(agent)
  await timerOf(agent, 'running').waitFor()
})

test('stopping it shows what the time will take from the voucher, and registers it', async () => {
  await agent.getByRole('button', { name: 'Stop and register the time' }).click()
  const dialog = agent.getByRole('dialog', { name: 'Stop the timer and register' })
  await dialog.getByRole('textbox', { name: 'Time spent' }).fill('8')
  await dialog.getByText(`0:08 → 0:15 · ${voucher}: 10:00 → 9:45 left · no overage`).waitFor()
  expect(await axeViolations(agent)).toEqual([])
  await dialog.getByRole('button', { name: 'Register' }).click()

  await agent.getByText('The time is registered').waitFor()
  await timerOf(agent, 'running').waitFor({ state: 'detached' })
  await lookAt(second)
  await timerOf(second, 'running').waitFor({ state: 'detached' })
})

test('a reply with minutes says before and after what the voucher has left', async () => {
  await agent.getByRole('region', { name: 'Internal note' }).getByText('Reply', { exact: true }).click()
  await agent.getByRole('textbox', { name: 'Reply' }).fill('The new driver is in place.')
  await agent.getByRole('textbox', { name: 'Time spent' }).fill('22')
  await agent.getByText(`0:22 → 0:30 · ${voucher}: 9:45 → 9:15 left · no overage`).waitFor()
  await agent.getByRole('button', { name: 'Other ways to send' }).click()
  await agent.getByRole('menuitem', { name: 'Send and wait for customer' }).click()

  await agent.getByRole('region', { name: 'Case log' }).getByText('Ea Lund worked 0:22').waitFor()
})

test('with keys alone the agent adds a row to the week sheet and writes 1:30 into it', async () => {
  await agent.goto('/desk/time/week')
  const sheet = weekSheet(agent)
  await sheet.getByText('0:30 of 7:24').waitFor()
  await tabTo(agent, agent.getByRole('textbox', { name: 'Case, project or internal' }))
  await agent.keyboard.type(HOURLY_SUBJECT)
  await expect
    .poll(() => agent.getByRole('option').allTextContents())
    .toEqual([expect.stringContaining(HOURLY_SUBJECT)])
  await agent.keyboard.press('ArrowDown')
  await agent.keyboard.press('Enter')
  await tabTo(agent, agent.getByRole('button', { name: 'Add row' }))
  await agent.keyboard.press('Enter')
  const row = sheet.getByRole('row', { name: HOURLY_SUBJECT })
  await row.waitFor()
  await agent.keyboard.type('1:30')
  await agent.getByText('1:30 → 1:30 · kr 1,425.00').waitFor()
  await agent.keyboard.press('Enter')

  await sheet.getByText('2:00 of 7:24').waitFor()
  await sheet.getByText('2:00 of 51:48').waitFor()
  expect(await axeViolations(agent)).toEqual([])
})

test('with keys alone the agent submits the week', async () => {
  await tabTo(agent, agent.getByRole('button', { name: 'Submit week' }), 'Shift+Tab')
  await agent.keyboard.press('Enter')
  const question = agent.getByRole('dialog', { name: /^Submit week \d+\?$/u })
  await question.getByText('It holds 2:00 of 51:48.').waitFor()
  await tabTo(agent, question.getByRole('button', { name: 'Submit week' }))
  await agent.keyboard.press('Enter')

  await agent.getByText(/^Week \d+ is submitted\.$/u).waitFor()
  await agent.getByRole('button', { name: 'Take it back' }).waitFor()
})

test('finance sees what the week holds back', async () => {
  await signIn(finance, 'desk', 'karen@fjordbyte.example')
  await finance.getByRole('navigation').getByRole('link', { name: 'Potential' }).click()
  const row = finance.getByRole('row', { name: HOURLY_CUSTOMER })

  await row.getByRole('cell', { name: /^kr 1,425\.00 1 waits for approval of its week$/u }).waitFor()
})

test('a lead finds the week under approvals and sends it back with a reason', async () => {
  await signIn(lead, 'desk', 'jonas@fjordbyte.example')
  await lead.goto('/desk/time/approvals')
  await weekOf(lead).getByText('2:00 of 51:48').waitFor()
  await weekOf(lead)
    .getByRole('button', { name: /^Send back week/u })
    .click()
  const dialog = lead.getByRole('dialog', { name: /^Send back week \d+ of Ea Lund$/u })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(REASON)
  expect(await axeViolations(lead)).toEqual([])
  await dialog.getByRole('button', { name: 'Send back' }).click()

  await lead.getByText(/^Week \d+ is sent back to Ea Lund\.$/u).waitFor()
  await weekOf(lead).waitFor({ state: 'detached' })
})

test('the agent reads the reason without reloading, changes the cell and submits again', async () => {
  const alert = agent.getByRole('alert').filter({ hasText: 'Sent back by Jonas Lindqvist' })
  await alert.getByText(REASON).waitFor()
  const cell = weekSheet(agent)
    .getByRole('row', { name: HOURLY_SUBJECT })
    .getByRole('gridcell', { name: '1:30' })
    .first()
  await cell.focus()
  await expectFocus(cell)
  await agent.keyboard.type('2:00')
  await agent.keyboard.press('Enter')
  await weekSheet(agent).getByText('2:30 of 7:24').waitFor()
  await agent.getByRole('button', { name: 'Submit week' }).click()
  await agent.getByRole('dialog').getByRole('button', { name: 'Submit week' }).click()

  await agent.getByRole('button', { name: 'Take it back' }).waitFor()
})

test('the lead approves it, and the agent sees that without reloading', async () => {
  await lead.reload()
  await weekOf(lead).getByText('2:30 of 51:48').waitFor()
  await weekOf(lead)
    .getByRole('button', { name: /^Approve week/u })
    .click()

  await lead.getByText(/^Week \d+ of Ea Lund is approved\.$/u).waitFor()
  await agent.getByText('by Jonas Lindqvist').waitFor()
  expect(await weekSheet(agent).getByRole('gridcell', { name: '2:00' }).first().getAttribute('aria-readonly')).toBe(
    'true',
  )
})

test('finance sees the money ready', async () => {
  await finance.reload()
  const row = finance.getByRole('row', { name: HOURLY_CUSTOMER })
  await row.getByRole('cell', { name: 'kr 1,900.00', exact: true }).first().waitFor()
  expect(await row.getByText('waits for approval').count()).toBe(0)
})

test('nobody on the way stumbles over an inaccessible or faulty screen', async () => {
  for (const { page, faults } of windows) {
    expect(await axeViolations(page)).toEqual([])
    expect(faults).toEqual([])
  }
})

/** Tells a window that it is in front again. */
async function lookAt(page: Page): Promise<void> {
  await page.locator('html').dispatchEvent('visibilitychange')
}

function timerOf(page: Page, state: 'running' | 'paused'): Locator {
  return page.getByRole('group', { name: `Timer ${state} on #${String(prepaidCase)}` })
}

function weekSheet(page: Page): Locator {
  return page.getByRole('grid', { name: 'Week sheet of Ea Lund' })
}

function weekOf(page: Page): Locator {
  return page.getByRole('row', { name: 'Ea Lund' })
}
