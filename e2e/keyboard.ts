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

/** Chooses an offered option with the arrow and Enter; the field that it is offered by has the focus. */
export async function chooseOption(page: Page, option: Locator): Promise<void> {
  await option.waitFor()
  for (let presses = 0; presses < PRESSES_MAX && !(await option.evaluate(isChosen)); presses += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Has something done, or opened, by the palette: types what it is called and takes the option of that name. */
export async function doByPalette(page: Page, typed: string, option: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search and do' })
  await expectFocus(palette.getByRole('combobox'))
  await page.keyboard.type(typed)
  await chooseOption(page, palette.getByRole('option', { name: option }).first())
  await palette.waitFor({ state: 'detached' })
}

/** Waits until an element has the focus. */
export async function expectFocus(target: Locator): Promise<void> {
  await expect.poll(() => target.evaluate(isFocused)).toBe(true)
}

function isFocused(element: object): boolean {
  return (element as { ownerDocument: { activeElement: object | null } }).ownerDocument.activeElement === element
}

/** Select boxes tell which option Enter takes in a mark of their own; what is chosen already is another matter there. */
function isChosen(element: object): boolean {
  const option = element as { hasAttribute: (name: string) => boolean; getAttribute: (name: string) => string | null }
  if (option.hasAttribute('data-combobox-option')) return option.hasAttribute('data-combobox-selected')
  return option.getAttribute('aria-selected') === 'true'
}
