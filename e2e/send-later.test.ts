import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { arrangeAgent, arrangeCase, arrangeCustomer, callAs, joinStaff, setUndo } from './arrange.ts'
import { composerOf, logOf, replyOf, sendButton } from './case-page.ts'
import { axeViolations, openBrowser, openWindow, signIn, type Window } from './harness.ts'

const PASSWORD = 'a letter in the afternoon'
const SUBJECT = 'The kiln does not get hot'
const HASTY = 'Have you tried to turn it off and on'
const CALM = 'Please turn it off, wait a minute, and turn it on again.'
const LATER = 'Good morning. Did it get hot over night?'
const SOON_MS = 2_000
/** Long enough for a slow machine to call a message back in. */
const UNDO_SECONDS = 30

let browser: Browser
let windows: Window[]
let administrator: Page
let agent: Page
let number: number

type Drafts = { data: { case: { id: string }; version: number }[] }

beforeAll(async () => {
  browser = await openBrowser()
  windows = await Promise.all(Array.from({ length: 2 }, () => openWindow(browser)))
  ;[administrator, agent] = windows.map(({ page }) => page) as [Page, Page]
  await signIn(administrator, 'desk', 'admin@fjordbyte.example')
  const colleague = await arrangeAgent(administrator, 'Una Vig', 'UNVI')
  const { customerId } = await arrangeCustomer(administrator, 'Ler og Glasur')
  number = await arrangeCase(administrator, customerId, colleague, SUBJECT)
  await joinStaff(agent, colleague.email, PASSWORD)
})
afterAll(() => browser.close())

const sentBy = (page: Page) => logOf(page).getByRole('article', { name: 'Public: Una Vig' })
async function openCase(page: Page): Promise<void> {
  await page.goto(`/desk/cases/${String(number)}`)
  await page.getByRole('heading', { level: 1, name: SUBJECT }).waitFor()
}

test('what was sent too early is called back from another page, with its words', async () => {
  await setUndo(agent, UNDO_SECONDS)
  await openCase(agent)
  await openCase(administrator)
  await (await composerOf(agent, 'Reply')).fill(HASTY)
  await sendButton(agent).click()

  const bar = agent.getByRole('region', { name: 'Sent just now' })
  await bar.getByText(/^The reply on #\d+ goes out in \d+ s$/u).waitFor()
  await agent.getByRole('article', { name: 'Goes out in a moment: Una Vig' }).getByText(HASTY).waitFor()
  await administrator.getByText(/^Una Vig sends a reply /u).waitFor()
  expect(await replyOf(agent).innerText()).not.toContain(HASTY)
  expect(await axeViolations(agent)).toEqual([])

  await agent.getByRole('link', { name: 'Back to the list' }).click()
  await bar.getByRole('button', { name: /^Undo/u }).click()
  await agent.getByRole('heading', { level: 1, name: SUBJECT }).waitFor()
  await replyOf(agent).getByText(HASTY).waitFor()
  await bar.waitFor({ state: 'detached' })
  await administrator.getByText(/^Una Vig sends a reply /u).waitFor({ state: 'detached' })
  expect(await sentBy(administrator).count()).toBe(0)
})

test('whoever leaves after sending loses nothing: the server sends it', async () => {
  await setUndo(agent, 5)
  await openCase(agent)
  await (await composerOf(agent, 'Reply')).fill(CALM)
  await sendButton(agent).click()
  await agent.getByRole('region', { name: 'Sent just now' }).waitFor()
  await agent.goto('about:blank')

  await sentBy(administrator).getByText(CALM).waitFor()
})

test('a message for the next morning waits in the place of the writing, and appears at its time', async () => {
  await openCase(agent)
  await (await composerOf(agent, 'Reply')).fill(LATER)
  await agent.getByRole('button', { name: 'Other ways to send' }).click()
  await agent.getByRole('menuitem', { name: 'Send later …' }).click()
  const dialog = agent.getByRole('dialog', { name: 'When is it to go out?' })
  await dialog.getByRole('button', { name: /^Next working day/u }).click()

  const card = agent.getByRole('region', { name: /^This reply goes out by itself/u })
  await card.getByText(LATER).waitFor()
  await administrator.getByText(/^Una Vig sends a reply /u).waitFor()
  expect(await administrator.getByText(LATER).count()).toBe(0)
  expect(await axeViolations(agent)).toEqual([])

  await comeSoon(agent)
  await sentBy(administrator).getByText(LATER).waitFor()
  await sentBy(agent).getByText(LATER).waitFor()
  await card.waitFor({ state: 'detached' })
  expect(windows.flatMap(({ faults }) => faults)).toEqual([])
})

/** Gives what waits a time that comes soon. */
async function comeSoon(page: Page): Promise<void> {
  const { data } = await callAs<Drafts>(page, 'get', '/api/v1/me/drafts')
  const [draft] = data
  if (draft === undefined) throw new Error('Nothing waits')
  const path = `/api/v1/cases/${draft.case.id}/drafts/reply/sending`
  const answer = await page.request.put(path, {
    headers: { origin: inject('baseUrl'), 'if-match': `"v${String(draft.version)}"` },
    data: { sendAt: new Date(Date.now() + SOON_MS).toISOString() },
  })
  expect(answer.status()).toBe(200)
}
