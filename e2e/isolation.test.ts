import type { Browser, Page, Response } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptInvitation, arrangeCustomer, callAs } from './arrange.ts'
import { openBrowser, openWindow, signIn } from './harness.ts'

const SUBJECT = 'Salaries are missing in the export'
const QUESTION = 'Which month is it about?'
const SECRET_STEP = 'Ask the bank what went wrong'
const SECRET = 'They are behind with three invoices'

let browser: Browser
let staff: Page
let manager: Page
let requester: Page
let stranger: Page
let shown: { id: string; number: number }

beforeAll(async () => {
  browser = await openBrowser()
  const open = async () => (await openWindow(browser)).page
  ;[staff, manager, requester, stranger] = await Promise.all([open(), open(), open(), open()])
  await signIn(staff, 'desk', 'admin@fjordbyte.example')
  await signIn(manager, 'extranet', 'anna@nordlys.example')
  await signIn(requester, 'extranet', 'peter@nordlys.example')
  const { contactEmail } = await arrangeCustomer(staff, 'Sydhavn Glas')
  await acceptInvitation(stranger, contactEmail, 'a quiet harbour at dusk')
  shown = await callAs(manager, 'post', '/api/extranet/v1/cases', { subject: SUBJECT, description: 'As it says.' })
  await callAs(staff, 'post', `/api/v1/cases/${shown.id}/replies`, { body: QUESTION })
  await callAs(staff, 'post', `/api/v1/cases/${shown.id}/notes`, { body: SECRET })
})
afterAll(() => browser.close())

test('a requester sees cases of their own, and a colleague’s is calmly not there', async () => {
  const own = { subject: 'The holiday calendar is empty', description: 'Since Monday.' }
  await callAs(requester, 'post', '/api/extranet/v1/cases', own)

  await requester.goto('/extranet/cases')
  await requester.getByRole('link', { name: own.subject }).waitFor()
  const list = await requester.getByRole('main').innerText()
  expect(list).not.toContain('Reported by')
  expect(list).not.toContain(SUBJECT)

  await expectNoSuchCase(requester)
})

test('a contact of another customer finds neither the case nor its words', async () => {
  await expectNoSuchCase(stranger)

  for (const part of ['', '/timeline']) {
    const answer = await stranger.request.get(`/api/extranet/v1/cases/${shown.id}${part}`)
    expect(answer.status()).toBe(404)
  }
  await stranger.goto('/extranet/cases')
  await stranger.getByRole('heading', { name: 'No cases here' }).waitFor()
})

test('an internal note reaches neither the customer’s page nor the network behind it', async () => {
  const heard = await hearing(manager, async () => {
    await manager.goto(`/extranet/cases/${String(shown.number)}`)
    await manager.getByText(QUESTION).waitFor()
  })
  expect(heard).toContain(QUESTION)
  expect(heard).not.toContain(SECRET)
  expect(await manager.locator('html').innerHTML()).not.toContain(SECRET)
})

test('steps, hidden fields and rules reach neither the customer’s page nor the network behind it', async () => {
  const fields = await callAs<Fields>(staff, 'get', '/api/v1/custom-fields')
  const idOf = (key: string) => fields.data.find((field) => field.key === key)?.id ?? ''
  const given = { [idOf('security_relevant')]: true }
  await callAs(staff, 'patch', `/api/v1/cases/${shown.id}`, { fields: given, estimateMinutes: 90 })
  await callAs(staff, 'post', `/api/v1/cases/${shown.id}/checklist-items`, { text: SECRET_STEP })
  await expect
    .poll(async () => (await callAs<Runs>(staff, 'get', `/api/v1/cases/${shown.id}/automation-runs`)).data.length)
    .toBe(1)

  const heard = await hearing(manager, async () => {
    await manager.goto(`/extranet/cases/${String(shown.number)}`)
    await manager.getByText(QUESTION).waitFor()
    await manager.getByRole('heading', { name: 'What we promise' }).waitFor()
  })
  for (const secret of [SECRET_STEP, idOf('security_relevant'), 'Security goes to Astrid', 'estimateMinutes'])
    expect(heard).not.toContain(secret)
  expect(await manager.locator('html').innerHTML()).not.toContain(SECRET_STEP)
})

test('clocks are told to whose case it is, where the company shows what is promised', async () => {
  const address = `/api/extranet/v1/cases/${shown.id}/clocks`
  expect(JSON.stringify(await callAs(manager, 'get', address))).toContain('Gold, Nordlys')
  expect((await stranger.request.get(address)).status()).toBe(404)
  expect((await requester.request.get(address)).status()).toBe(404)

  const draft = { subject: 'A case under the standard policy', description: 'As it says.' }
  const own = await callAs<{ id: string }>(stranger, 'post', '/api/extranet/v1/cases', draft)
  await expect
    .poll(async () => JSON.stringify(await callAs(staff, 'get', `/api/v1/cases/${own.id}/clocks`)))
    .toContain('first_response')
  const unshown = await callAs(stranger, 'get', `/api/extranet/v1/cases/${own.id}/clocks`)
  expect(JSON.stringify(unshown)).not.toContain('first_response')
  expect(JSON.stringify(unshown)).not.toContain('Standard')
})

test('an invoice reaches its customer’s manager, and neither a requester nor anybody of another customer', async () => {
  const own = await callAs<Invoices>(manager, 'get', '/api/extranet/v1/invoices')
  const { id, number } = own.data[0] ?? { id: '', number: '' }
  for (const part of ['', '/pdf', '/ubl']) {
    const address = `/api/extranet/v1/invoices/${id}${part}`
    expect((await manager.request.get(address)).status()).toBe(200)
    expect((await stranger.request.get(address)).status()).toBe(404)
    expect((await requester.request.get(address)).status()).toBe(403)
    expect((await stranger.request.get(address.replace('/extranet', ''))).status()).toBe(401)
  }
  expect((await callAs<Invoices>(stranger, 'get', '/api/extranet/v1/invoices')).data).toEqual([])

  await stranger.goto(`/extranet/invoices/${id}`)
  await stranger.getByText('There is no such invoice').waitFor()
  expect(await stranger.locator('html').innerHTML()).not.toContain(number)
  await stranger.goto('/extranet/invoices')
  await stranger.getByText('No invoices yet').waitFor()
})

type Fields = { data: { id: string; key: string }[] }
type Runs = { data: unknown[] }
type Invoices = { data: { id: string; number: string }[] }

/** All that arrives as JSON while something is done. */
async function hearing(page: Page, work: () => Promise<void>): Promise<string> {
  const answers: Promise<string>[] = []
  const hear = (response: Response) => {
    if (response.headers()['content-type']?.includes('json') === true) answers.push(response.text())
  }
  page.on('response', hear)
  await work()
  // What arrives later belongs to no test, and nobody would wait for its text.
  page.off('response', hear)
  return (await Promise.all(answers)).join('\n')
}

async function expectNoSuchCase(page: Page): Promise<void> {
  await page.goto(`/extranet/cases/${String(shown.number)}`)
  await page.getByText('There is no such case').waitFor()
  expect(await page.locator('html').innerHTML()).not.toContain(SUBJECT)
}
