import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openWindow, PHONE, signIn, type Window } from './harness.ts'

/** How much of the screen the name of a customer may fill at least. */
const CUSTOMER_SHARE = 0.4

let browser: Browser
let agent: Window

beforeAll(async () => {
  browser = await openBrowser()
  agent = await openWindow(browser)
  await signIn(agent.page, 'desk', 'mette@fjordbyte.example')
  await agent.page.setViewportSize(PHONE)
})
afterAll(() => browser.close())

test('on a phone no line of a card takes from another: nothing that matters is cut, and the customer has room', async () => {
  const { page, faults } = agent
  await page.goto('/desk/cases?view=active')
  await page.getByRole('grid', { name: 'Cases' }).getByRole('link').first().waitFor()

  const cells = '.desk-row :is(.desk-row-number, [data-column=due], [data-column=updated])'
  const sizes = await page.locator(cells).evaluateAll(sizesOf)
  const customers = await page.locator('.desk-row [data-column=customer]').evaluateAll(sizesOf)

  expect(customers.length).toBeGreaterThan(0)
  expect(sizes.filter(({ wanted, width }) => wanted > width)).toEqual([])
  expect(Math.min(...customers.map(({ width }) => width))).toBeGreaterThan(CUSTOMER_SHARE * PHONE.width)
  expect(faults).toEqual([])
})

function sizesOf(elements: object[]): { text: string; wanted: number; width: number }[] {
  const shown = elements as { textContent: string; scrollWidth: number; clientWidth: number }[]
  return shown.map(({ textContent, scrollWidth, clientWidth }) => ({
    ...{ text: textContent, wanted: scrollWidth, width: clientWidth },
  }))
}
