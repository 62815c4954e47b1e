import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { demoPassword } from '@timedesk/prisma/seed/demo-company'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright'
import { inject, vi } from 'vitest'

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
  const executablePath = process.env.TIMEDESK_BROWSER ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, args: FLAGS })
}

/** Somebody's own browser window, with what went wrong in it kept for the test to judge. */
export type Window = { context: BrowserContext; page: Page; faults: string[] }

type Look = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'locale'>

/** Opens a window. Errors of the page and reports of the content security policy count as faults; a 401 does not. */
export async function openWindow(browser: Browser, look: Look = {}): Promise<Window> {
  const context = await browser.newContext({
    baseURL: inject('baseUrl'),
    viewport: DESKTOP,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...look,
  })
  context.setDefaultTimeout(ACTION_TIMEOUT_MS)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // Asking who is signed in before anybody is answers 401, which the browser writes down by itself.
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
  await page.getByRole('textbox', { name: /e-mail/iu }).fill(email)
  await page.getByRole('textbox', { name: /^(?:Password|Adgangskode)$/u }).fill(password)
  await page.getByRole('button', { name: /^(?:Sign in|Log ind)$/u }).click()
  await page.getByRole('navigation').first().waitFor()
}

/** What axe finds wrong on the page, as rule and place; by all of its rules unless some are named. */
export async function axeViolations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

export type ReceivedMail = {
  recipients: string[]
  source: string
}

/** Waits for a mail to somebody whose source holds a text. */
export function mailTo(address: string, text: string): Promise<ReceivedMail> {
  return vi.waitFor(
    async () => {
      const lines = (await readFile(inject('mailFile'), 'utf8')).split('\n').filter((line) => line !== '')
      const found = lines
        .map((line) => JSON.parse(line) as ReceivedMail)
        .find(({ recipients, source }) => recipients.includes(address) && source.includes(text))
      if (found === undefined) throw new Error(`No mail to ${address} holds ${text}.`)
      return found
    },
    { timeout: MAIL_TIMEOUT_MS },
  )
}

/** The first link of a mail that leads to the product; quoted-printable line breaks are mended. */
export function linkIn({ source }: ReceivedMail): string {
  const text = source.replaceAll(/=\r?\n/gu, '').replaceAll('=3D', '=')
  const link = /https?:\/\/\S+/u.exec(text)?.[0]
  if (link === undefined) throw new Error('The mail holds no link.')
  return link
}
