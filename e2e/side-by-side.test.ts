import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptInvitation, callAs } from './arrange.ts'
import { arrangePair, handInMail, type Pair, type Reported } from './arrange-pair.ts'
import { composerOf, hereAt, holdBack, logOf, openOn, rename, replyOf, saveSubject, sendButton } from './case-page.ts'
import { axeViolations, mailTo, openBrowser, openWindow, signIn, type Window } from './harness.ts'

const PASSWORD = 'two lamps in one window'
const NOTES = 12
const READ = 'Step 3 of the search'
const ANSWER = 'The mixer runs again at half its speed.'
const LATE_ANSWER = 'Please leave it on over night.'
const SECRET = 'They never clean the mixer'
const HALF_NOTE = 'The belt is worn, but only on the left'
const ASKED_OUTSIDE = 'How long does a belt last?'
const ANSWERED_OUTSIDE = 'A belt lasts nine months.'
const LOST = 'Half a sentence about the boiler'

let browser: Browser
let windows: Window[]
let administrator: Page
let vigga: Page
let aksel: Page
let viggaAgain: Page
let customer: Page
let pair: Pair
let talk: Reported
let shared: Reported

beforeAll(async () => {
  browser = await openBrowser()
  windows = await Promise.all(Array.from({ length: 5 }, () => openWindow(browser)))
  const pages = windows.map(({ page }) => page) as [Page, Page, Page, Page, Page]
  ;[administrator, vigga, aksel, viggaAgain, customer] = pages
  await signIn(administrator, 'desk', 'admin@fjordbyte.example')
  pair = await arrangePair({ administrator, vigga, aksel }, PASSWORD)
  await acceptInvitation(customer, pair.customer.contactEmail, PASSWORD)
  await signIn(viggaAgain, 'desk', 'viho@fjordbyte.example', PASSWORD)
  talk = await pair.report('The mixer stands still')
  shared = await pair.report('The wrapper tears the paper')
  for (let step = 1; step <= NOTES; step += 1)
    await callAs(administrator, 'post', `/api/v1/cases/${talk.id}/notes`, {
      body: `Step ${String(step)} of the search`,
    })
  await callAs(administrator, 'post', `/api/v1/cases/${talk.id}/notes`, { body: SECRET })
})
afterAll(() => browser.close())

test('each sees who else has the case open, who writes, and that they left', async () => {
  await openOn([vigga, aksel], talk)
  await hereAt(vigga, 'Aksel Bro is looking at it').waitFor()
  await hereAt(aksel, 'Vigga Holm is looking at it').waitFor()

  await (await composerOf(aksel, 'Reply')).pressSequentially('Hello')
  await hereAt(vigga, 'Aksel Bro is writing a reply').waitFor()
  await composerOf(vigga, 'Reply')
  const told = vigga.getByRole('status').filter({ hasText: 'Aksel Bro is writing a reply.' })
  await told.waitFor()
  expect(await axeViolations(vigga)).toEqual([])

  await aksel.getByRole('button', { name: 'Discard the draft' }).click()
  await aksel.getByRole('link', { name: 'Back to the list' }).click()
  await hereAt(vigga, 'Aksel Bro').waitFor({ state: 'detached' })
  await told.waitFor({ state: 'detached' })
})

test('a reply arrives at the other without a reload, and what they read stays where it is', async () => {
  await openOn([aksel], talk)
  await (await composerOf(vigga, 'Reply')).fill(LATE_ANSWER)
  await vigga.getByText('Saved', { exact: true }).waitFor()
  const place = logOf(vigga).getByText(READ)
  await place.scrollIntoViewIfNeeded()
  const look = async () => [await place.boundingBox(), await vigga.evaluate(() => performance.timeOrigin)]
  const before = await look()

  await (await composerOf(aksel, 'Reply')).fill(ANSWER)
  await sendButton(aksel).click()
  await logOf(vigga).getByText(ANSWER).waitFor()
  expect(await look()).toEqual(before)
})

test('whoever writes meanwhile is led to it first, and sends with the second press', async () => {
  const review = vigga.getByRole('button', { name: 'Review 1 new message' })
  await review.waitFor()
  expect(await axeViolations(vigga)).toEqual([])
  await review.click()
  await logOf(vigga).getByText(ANSWER).waitFor()
  expect(await logOf(vigga).getByText(LATE_ANSWER).count()).toBe(0)

  await sendButton(vigga).click()
  await logOf(aksel).getByText(LATE_ANSWER).waitFor()
  await replyOf(vigga).filter({ hasNotText: LATE_ANSWER }).waitFor()
})

test('what is begun in one browser is found in another of the same person, and by nobody else', async () => {
  await (await composerOf(vigga, 'Internal note')).fill(HALF_NOTE)
  await vigga.getByText('Saved', { exact: true }).waitFor()

  await openOn([viggaAgain], talk)
  await viggaAgain.getByRole('textbox', { name: 'Internal note' }).filter({ hasText: HALF_NOTE }).waitFor()
  await viggaAgain.getByText(/^You wrote this on another computer/u).waitFor()
  expect(await axeViolations(viggaAgain)).toEqual([])
  await composerOf(aksel, 'Internal note')
  expect(await aksel.locator('html').innerHTML()).not.toContain(HALF_NOTE)
})

test('a colleague is asked, and their draft taken over: both write in it from then on', async () => {
  await openOn([vigga, aksel], shared)
  await (await composerOf(aksel, 'Reply')).fill('The paper is too thin.')
  await aksel.getByText('Saved', { exact: true }).waitFor()
  await composerOf(vigga, 'Reply')
  await vigga.getByRole('button', { name: 'Ask', exact: true }).click()
  await vigga.getByText('Aksel Bro was asked.').waitFor()
  await logOf(aksel).getByText('asked Aksel Bro, who is writing').waitFor()
  await vigga.getByRole('button', { name: 'Take over' }).click()

  await vigga.getByText('You both write in the draft of Aksel Bro now.').waitFor()
  for (const page of [vigga, aksel]) {
    await page.getByText(/^Shared draft: every colleague/u).waitFor()
    await replyOf(page).filter({ hasText: 'The paper is too thin.' }).waitFor()
  }
  expect(await axeViolations(vigga)).toEqual([])
})

test('two who write at once both keep every word', async () => {
  const held = await holdBack(vigga, /\/shared-drafts\/reply$/u, 'PUT')
  await replyOf(vigga).fill('Good morning Ida. The paper is too thin.')
  await held.asked
  await replyOf(aksel).fill('The paper is too thin. We order a thicker one.')
  await aksel.getByText('Saved', { exact: true }).waitFor()
  held.letGo()

  const whole = 'Good morning Ida. The paper is too thin. We order a thicker one.'
  for (const page of [vigga, aksel]) await replyOf(page).getByText(whole, { exact: true }).waitFor()
  await vigga.getByText(/^It was written in elsewhere at the same time/u).waitFor()
})

test('once one sends the shared draft, it is gone for both and the reply is there once', async () => {
  await aksel.getByText('Saved', { exact: true }).waitFor()
  await sendButton(aksel).click()

  await logOf(vigga).getByText('We order a thicker one.').waitFor()
  await replyOf(vigga).filter({ hasNotText: 'thicker' }).waitFor()
  expect(await logOf(vigga).getByText('We order a thicker one.').count()).toBe(1)
})

test('two who change different fields both get their way, unasked', async () => {
  await vigga.getByRole('button', { name: 'Edit the details' }).click()
  const dialog = vigga.getByRole('dialog', { name: 'Edit the details' })
  await dialog.getByRole('textbox', { name: 'Product' }).fill('Wrapper 3000')
  await callAs(aksel, 'patch', `/api/v1/cases/${shared.id}`, { tags: ['paper'] })
  await vigga.getByRole('list', { name: 'Tags' }).getByText('paper').waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()

  await dialog.waitFor({ state: 'detached' })
  await aksel.getByText('Wrapper 3000', { exact: true }).waitFor()
  const both = { product: 'Wrapper 3000', tags: ['paper'] }
  expect(await callAs(aksel, 'get', `/api/v1/cases/${shared.id}`)).toMatchObject(both)
})

test('two who change the same field are asked, and neither text is lost', async () => {
  await rename(vigga, 'The wrapper tears thin paper')
  await rename(aksel, 'The wrapper tears the red paper')
  await saveSubject(aksel)
  await logOf(vigga).getByText('The wrapper tears the red paper').first().waitFor()
  await saveSubject(vigga)

  const asked = vigga.getByRole('alert').filter({ hasText: 'Somebody changed the same in the meantime' })
  await asked.getByText('You: The wrapper tears thin paper — now: The wrapper tears the red paper').waitFor()
  expect(await axeViolations(vigga)).toEqual([])
  await asked.getByRole('button', { name: 'Use mine' }).click()
  await aksel.getByRole('heading', { level: 1, name: 'The wrapper tears thin paper' }).waitFor()
  shared = { ...shared, subject: 'The wrapper tears thin paper' }
})

test('a list counts what is new without moving, and reading it in one browser clears the bell in the other', async () => {
  for (const page of [vigga, viggaAgain]) await page.goto('/desk/cases?view=team')
  const rows = vigga.getByRole('grid').getByRole('row')
  await rows.filter({ hasText: talk.subject }).waitFor()
  const before = await rows.allInnerTexts()
  const fresh = await pair.report('The boiler hums')

  const pill = vigga.getByRole('button', { name: '1 new case' })
  await pill.waitFor()
  expect(await axeViolations(vigga)).toEqual([])
  expect(await rows.count()).toBe(before.length)
  await viggaAgain.getByRole('button', { name: /^Notices: \d/u }).click()
  const line = viggaAgain.getByRole('listitem').filter({ hasText: fresh.subject })
  await line.getByRole('button', { name: `Mark #${String(fresh.number)} as read` }).waitFor()
  await pill.click()
  await vigga.getByRole('link', { name: fresh.subject }).click()

  await line.getByRole('button', { name: `Mark #${String(fresh.number)} as unread` }).waitFor()
})

test('a change of many cases is seen by whoever has one of them open', async () => {
  await openOn([aksel], shared)
  await vigga.goto('/desk/cases?view=team')
  for (const { number } of [talk, shared])
    await vigga.getByRole('checkbox', { name: `Choose #${String(number)}` }).click()
  const bar = vigga.getByRole('toolbar', { name: 'Chosen cases' })
  await bar.getByText('2 cases chosen').waitFor()
  await bar.getByRole('button', { name: 'Tags' }).click()
  const dialog = vigga.getByRole('dialog', { name: 'Change the tags of 2 cases' })
  await dialog.getByLabel('Add tags').first().fill('autumn')
  await vigga.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'See what happens' }).click()
  await dialog.getByText('2 cases change').waitFor()
  expect(await axeViolations(vigga)).toEqual([])
  await dialog.getByRole('button', { name: 'Change 2 cases' }).click()

  await vigga.getByText('2 cases changed').waitFor()
  await aksel.getByRole('list', { name: 'Tags' }).getByText('autumn').waitFor()
})

test('a case merged away tells whoever has it open where it went, and what they wrote comes along', async () => {
  const source = await pair.report('The boiler hums again')
  await openOn([vigga, aksel], source)
  await (await composerOf(aksel, 'Reply')).pressSequentially(LOST)
  await aksel.getByText('Saved', { exact: true }).waitFor()
  await vigga.getByRole('button', { name: 'Link, merge or split' }).click()
  await vigga.getByRole('menuitem', { name: 'Merge into another case' }).click()
  const dialog = vigga.getByRole('dialog', { name: `Merge #${String(source.number)} into another case` })
  await dialog.getByRole('textbox', { name: 'The case that goes on' }).fill(talk.subject)
  await vigga.getByRole('option', { name: talk.subject }).click()
  await dialog.getByText('Who will see what').waitFor()
  expect(await axeViolations(vigga)).toEqual([])
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()

  await vigga.waitForURL(new RegExp(`/cases/${String(talk.number)}$`, 'u'))
  const note = aksel.getByRole('note').filter({ hasText: 'This case goes on in' })
  await note.waitFor()
  expect(await axeViolations(aksel)).toEqual([])
  await note.getByRole('link', { name: talk.subject }).click()
  await aksel.getByRole('heading', { level: 1, name: talk.subject }).waitFor()
  await composerOf(aksel, 'Reply')
  await replyOf(aksel).filter({ hasText: LOST }).waitFor()

  await openOn([aksel], source)
  await vigga
    .getByRole('list', { name: 'Merged into this one' })
    .getByRole('button', { name: 'Undo the merge' })
    .click()
  await vigga.getByRole('dialog').getByRole('button', { name: 'Undo the merge' }).click()
  await note.waitFor({ state: 'detached' })
  await composerOf(aksel, 'Reply')
})

test('the answer of a third party appears while the case is open', async () => {
  await openOn([vigga, aksel], talk)
  await vigga.getByRole('button', { name: 'Ask somebody outside' }).click()
  const drawer = vigga.getByRole('dialog', { name: 'Ask somebody outside' })
  await drawer.getByLabel('To', { exact: true }).first().fill('kim@beltworks.example')
  await vigga.keyboard.press('Enter')
  await drawer.getByRole('textbox', { name: 'Message' }).fill(ASKED_OUTSIDE)
  await drawer.getByRole('button', { name: 'Send', exact: true }).click()
  await vigga.getByRole('list', { name: 'Messages' }).getByText(ASKED_OUTSIDE).waitFor()
  await vigga.keyboard.press('Escape')
  const row = aksel.getByRole('button', { name: /Waiting for (?:us|them)/u })
  await row.getByText('Waiting for them').waitFor()
  const { source } = await mailTo('kim@beltworks.example', ASKED_OUTSIDE)
  await handInMail(administrator, /^Reply-To: .*?([^\s<>]+@[^\s<>]+)/mu.exec(source)?.[1] ?? '', ANSWERED_OUTSIDE)

  await row.getByText('Waiting for us').waitFor()
  await row.click()
  const thread = aksel.getByRole('list', { name: 'Messages' })
  for (const said of [ASKED_OUTSIDE, ANSWERED_OUTSIDE]) await thread.getByText(said).waitFor()
  expect(await axeViolations(aksel)).toEqual([])
})

test('the customer sees the answers, and nothing of what staff write among themselves', async () => {
  await (await composerOf(vigga, 'Internal note')).fill(HALF_NOTE)
  await vigga.getByText('Saved', { exact: true }).waitFor()
  const answers: Promise<string>[] = []
  customer.on('response', (response) => {
    if (response.headers()['content-type']?.includes('json') === true) answers.push(response.text())
  })
  await customer.goto(`/extranet/cases/${String(talk.number)}`)
  await customer.getByText(LATE_ANSWER).waitFor()
  await callAs(aksel, 'post', `/api/v1/cases/${talk.id}/replies`, { body: 'We come on Monday.' })
  await customer.getByText('We come on Monday.').waitFor()

  const heard = [await customer.locator('html').innerHTML(), ...(await Promise.all(answers))].join('\n')
  expect(heard).toContain(ANSWER)
  for (const secret of [SECRET, HALF_NOTE, LOST, ASKED_OUTSIDE, ANSWERED_OUTSIDE, 'beltworks', 'autumn'])
    expect(heard).not.toContain(secret)
  for (const part of ['presence', 'drafts', 'side-conversations', 'attention', 'participants']) {
    const answer = await customer.request.get(`/api/v1/cases/${talk.id}/${part}`)
    expect([part, answer.status()]).toEqual([part, 401])
  }
})

test('nobody on the way stumbles over an inaccessible or faulty screen', async () => {
  for (const { page, faults } of windows) {
    expect(await axeViolations(page)).toEqual([])
    // Coming second is no fault; the browser writes it down by itself.
    expect(faults.filter((fault) => !fault.includes('412'))).toEqual([])
  }
})
