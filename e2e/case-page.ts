import type { Locator, Page } from 'playwright'
import type { Reported } from './arrange-pair.ts'

/** Opens a case on several screens. */
export async function openOn(pages: readonly Page[], { number, subject }: Reported): Promise<void> {
  for (const page of pages) await page.goto(`/desk/cases/${String(number)}`)
  for (const page of pages) await page.getByRole('heading', { level: 1, name: subject }).waitFor()
}

/** Where somebody writes, with the focus in it; the keys r and n lead there. */
export async function composerOf(page: Page, tone: 'Reply' | 'Internal note'): Promise<Locator> {
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press(tone === 'Reply' ? 'r' : 'n')
  const editor = page.getByRole('textbox', { name: tone })
  await editor.and(page.locator(':focus')).waitFor()
  return editor
}

/** Who else is at the case, as its head says. */
export function hereAt(page: Page, who: string): Locator {
  return page.getByRole('img', { name: new RegExp(`^Here now: .*${who}`, 'u') })
}

export function logOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Case log' })
}

export function replyOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Reply' })
}

export function sendButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Send(?: and .*)?$/u })
}

/** Begins to correct the subject, without saving. */
export async function rename(page: Page, subject: string): Promise<void> {
  await page.getByRole('button', { name: 'Change the subject' }).click()
  await page.getByRole('textbox', { name: 'Subject' }).fill(subject)
}

export async function saveSubject(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Subject' }).press('Enter')
}

/** Holds back what a page asks of an address until it is let go; tells when it is first asked. */
export async function holdBack(page: Page, address: RegExp, method: string) {
  const asked = Promise.withResolvers<null>()
  const open = Promise.withResolvers<null>()
  await page.route(address, async (route) => {
    if (route.request().method() === method) {
      asked.resolve(null)
      await open.promise
    }
    await route.continue()
  })
  return { asked: asked.promise, letGo: () => open.resolve(null) }
}
