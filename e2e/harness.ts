import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { demoPassword } from '@timedesk/prisma/seed/demo-company'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { expect, inject } from 'vitest'

export const DESKTOP = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const ACTION_TIMEOUT_MS = 15_000
const MAIL_TIMEOUT_MS = 15_000

/** A headless Chromium: the one that TIMEDESK_BROWSER names. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['TIMEDESK_BROWSER'] ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, args: FLAGS })
}

/** Somebody's own browser window, with errors of the page kept for the test to judge. */
export async function openWindow(
  browser: Browser,
  viewport = DESKTOP,
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({ baseURL: inject('baseUrl'), viewport, locale: 'en-GB' })
  context.setDefaultTimeout(ACTION_TIMEOUT_MS)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) faults.push(message.text())
  })
  return { context, page, faults }
}

/** Signs in to an app with a demo login and waits for its frame. */
export async function signIn(
  page: Page,
  app: 'desk' | 'extranet',
  email: string,
  password: string = demoPassword,
): Promise<void> {
  await page.goto(`/${app}/`)
  await page.getByLabel(/e-mail/iu).fill(email)
  await page
    .getByLabel(/password/iu)
    .first()
    .fill(password)
  await page.getByRole('button', { name: /sign in/iu }).click()
  await page.getByRole('navigation').first().waitFor()
}

/** What axe finds wrong on the page, as rule and place. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

export interface ReceivedMail {
  recipients: string[]
  source: string
}

/** Waits for a mail to somebody whose source holds a text. */
export async function mailTo(address: string, text: string): Promise<ReceivedMail> {
  let found: ReceivedMail | undefined
  await expect
    .poll(
      async () => {
        const lines = (await readFile(inject('mailFile'), 'utf8')).split('\n').filter((line) => line !== '')
        found = lines
          .map((line) => JSON.parse(line) as ReceivedMail)
          .find(({ recipients, source }) => recipients.includes(address) && source.includes(text))
        return found !== undefined
      },
      { timeout: MAIL_TIMEOUT_MS },
    )
    .toBe(true)
  return found as unknown as ReceivedMail
}

/** The first link of a mail that leads to the product; quoted-printable line breaks are mended. */
export function linkIn({ source }: ReceivedMail): string {
  const text = source.replaceAll(/=\r?\n/gu, '').replaceAll('=3D', '=')
  const link = /https?:\/\/\S+/u.exec(text)?.[0]
  if (link === undefined) throw new Error('The mail holds no link.')
  return link
}
