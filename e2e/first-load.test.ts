import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { demoPassword } from '@timedesk/prisma/seed/demo-company'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs } from './arrange.ts'
import { openBrowser, openWindow } from './harness.ts'

/** What a screen may fetch of scripts when it is opened for the first time, compressed. */
const SCRIPT_BYTES_MAX = 250_000
const LOGINS = {
  desk: { session: '/api/v1/session', email: 'mette@fjordbyte.example' },
  extranet: { session: '/api/extranet/v1/session', email: 'anna@nordlys.example' },
} as const
/** The same for a case once all that stands beside it has come. */
const CASE_BYTES_MAX = 350_000
/** A case in the extranet brings the reader of Markdown along. */
const EXTRANET_CASE_BYTES_MAX = 280_000
const IMPORTED = /(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/gu
const EDITOR = 'markdown-editor'
const SLOW = { timeout: 60_000 }

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.for([
  ['the work list', 'desk', 'cases-page'],
  ['a case', 'desk', 'case-page'],
  ['the sign-in page', 'desk', 'sign-in-page'],
] as const)('%s needs few scripts before it can be used', async ([, app, screen]) => {
  const sizes = await Promise.all((await scriptsOf(app, screen)).map(async (file) => sizeOf(await readFile(file))))

  expect(sizes.length).toBeGreaterThan(1)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(SCRIPT_BYTES_MAX)
})

test.for([
  ['the work list', 'desk', () => '/desk/cases', '[data-case]', SCRIPT_BYTES_MAX],
  ['a case', 'desk', caseAtDesk, '.desk-message', CASE_BYTES_MAX],
  ['the start of the extranet', 'extranet', () => '/extranet/', 'main h1', SCRIPT_BYTES_MAX],
  ['a case in the extranet', 'extranet', caseInExtranet, 'article', EXTRANET_CASE_BYTES_MAX],
] as const)('%s, opened by somebody who was never there, is light', SLOW, async ([, app, addressFor, shown, most]) => {
  const { page, faults } = await openWindow(browser)
  const { session, email } = LOGINS[app]
  await callAs(page, 'post', session, { email, password: demoPassword })
  const address = await addressFor(page)
  const scripts = fetchedScripts(page)

  await page.goto(address)
  await page.locator(shown).first().waitFor()
  await page.waitForLoadState('networkidle')

  const sizes = await Promise.all([...scripts].map(async ([url, body]) => ({ url, bytes: sizeOf(await body) })))
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.filter(({ url }) => url.includes(EDITOR))).toEqual([])
  expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(most)
  expect(faults).toEqual([])
})

test('what is typed right after r is in the reply, though the editor is still on its way', SLOW, async () => {
  const { page, faults } = await openWindow(browser)
  const { session, email } = LOGINS.desk
  await callAs(page, 'post', session, { email, password: demoPassword })
  const { promise: isTyped, resolve: typed } = Promise.withResolvers<null>()
  await page.route(`**/*${EDITOR}*`, async (route) => {
    await isTyped
    await route.continue()
  })
  await page.goto(await caseAtDesk(page))
  await page.locator('.desk-message').first().waitFor()

  await page.keyboard.press('r')
  await page.keyboard.type('Not a letter ')
  typed(null)
  await page.keyboard.type('is lost, e and x included')

  const reply = page.locator('.ProseMirror[aria-label="Reply"]')
  await expect.poll(() => reply.innerText()).toBe('Not a letter is lost, e and x included')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(faults).toEqual([])
})

/** The files of a built app that a screen waits for: the app's own, the screen's, and all that these import at once. */
async function scriptsOf(app: string, screen: string): Promise<string[]> {
  const folder = path.resolve(import.meta.dirname, `../apps/${app}/dist/assets`)
  const names = await readdir(folder)
  const found = new Set<string>()
  const collect = async (name: string): Promise<void> => {
    if (found.has(name)) return
    found.add(name)
    const source = await readFile(path.join(folder, name), 'utf8')
    for (const [, imported = ''] of source.matchAll(IMPORTED)) await collect(imported)
  }
  const first = names.filter((name) => new RegExp(`^(?:index|${screen})-[\\w-]{8}\\.js$`, 'u').test(name))
  for (const name of first) await collect(name)
  return [...found].map((name) => path.join(folder, name))
}

/** The scripts that a page fetches from now on, with what they hold. */
function fetchedScripts(page: Page): Map<string, Promise<Buffer>> {
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body())
  })
  return scripts
}

/** As the server sends it once it had the time to compress it well. */
function sizeOf(script: Buffer): number {
  return brotliCompressSync(script).length
}

type Cases = { data: { number: number }[] }

/** One in which nobody works yet: a begun draft brings the editor along, and time that waits for cover its forms. */
async function caseAtDesk(page: Page): Promise<string> {
  const query = encodeURIComponent('is:active -has:draft -has:time')
  const { data } = await callAs<Cases>(page, 'get', `/api/v1/cases?limit=1&q=${query}`)
  return `/desk/cases/${String(data[0]?.number)}`
}

async function caseInExtranet(page: Page): Promise<string> {
  const { data } = await callAs<Cases>(page, 'get', '/api/extranet/v1/cases?limit=1')
  return `/extranet/cases/${String(data[0]?.number)}`
}
