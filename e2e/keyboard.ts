import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'

const PRESSES_MAX = 60

/** Goes to an element with the Tab key alone, backwards when told so; fails when the focus does not get there. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < PRESSES_MAX && !(await target.evaluate(isFocused)); presses += 1)
    await page.keyboard.press(key)
  await expectFocus(target)
}

/** Waits until an element has the focus. */
export async function expectFocus(target: Locator): Promise<void> {
  await expect.poll(() => target.evaluate(isFocused)).toBe(true)
}

function isFocused(element: object): boolean {
  return (element as { ownerDocument: { activeElement: object | null } }).ownerDocument.activeElement === element
}
