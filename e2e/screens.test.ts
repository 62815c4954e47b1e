import { demoPassword } from '@timedesk/prisma/seed/demo-company'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs } from './arrange.ts'
import { axeViolations, DESKTOP, openBrowser, openWindow, PHONE, signIn, type Window } from './harness.ts'
import { doByPalette, expectFocus, tabTo } from './keyboard.ts'

const DESK = [
  ...['cases?view=active', 'cases?view=active&group=due', 'cases/new', 'customers', 'people', 'potential', 'integrity'],
  ...['time', 'time/week', 'time/approvals', 'time/approvals?tab=period'],
  ...['agreements', 'agreements/new', 'vouchers', 'simulator', 'rate-cards'],
  ...[
    'potential?by=agreement',
    'potential?show=marks',
    'invoices',
    'invoices?state=draft',
    'invoice-runs',
    'invoice-runs?new=yes',
  ],
  ...['payments', 'payments/overdue', 'time/questions', 'vouchers/orders', 'bookkeeping'],
  ...['profit', 'deferred-revenue', 'turnover', 'vat'].map((report) => `reports/${report}`),
  ...['types', 'activity-types', 'price-classes', 'service-calendars', 'company', 'invoicing'].map(
    (page) => `settings/${page}`,
  ),
  ...['dispatch', 'people/skills', 'people/absences', 'reports/service-levels'],
  ...[
    'workflows',
    'workflows/new',
    'workflows/statuses',
    'dispatch-rules',
    'dispatch-rules/new',
    'context-cards',
    'context-cards/new',
    'fields',
    'fields/new',
  ].map((page) => `settings/${page}`),
  ...['templates', 'templates/checklists', 'templates/recurring', 'texts', 'texts/new', 'texts/macros'].map(
    (page) => `settings/${page}`,
  ),
  ...['texts/macros/new', 'automation', 'automation/new', 'service-policies', 'service-policies/new'].map(
    (page) => `settings/${page}`,
  ),
  ...['cases?view=active&q=is:active priority:high -is:snoozed', 'search?q=printer', 'profile/notices', 'settings'],
]
const EXTRANET = ['', 'cases', 'cases/new', 'agreements', 'invoices', 'colleagues', 'profile']
const VIEWPORTS = [DESKTOP, PHONE]
type Viewport = (typeof VIEWPORTS)[number]
const SLOW = { timeout: 120_000 }

let browser: Browser
let staff: Seat
let contact: Seat

beforeAll(async () => {
  browser = await openBrowser()
  staff = await openSeat('desk', 'admin@fjordbyte.example')
  contact = await openSeat('extranet', 'anna@nordlys.example')
})
afterAll(() => browser.close())

test.for(DESK)('the desk’s /%s is sound, wide and narrow, light and dark', SLOW, soundAt('desk'))

test.for(EXTRANET)('the extranet’s /%s is sound, wide and narrow, light and dark', SLOW, soundAt('extranet'))

test('a case and its customer are sound at the desk', SLOW, async () => {
  const { data } = await callAs<Cases>(staff.page, 'get', '/api/v1/cases?limit=1')
  const [first] = data
  await expectSound(staff, `/desk/cases/${String(first?.number)}`)
  await expectSound(staff, `/desk/customers/${String(first?.customer?.id)}`)
})

test.for(['time_spent', 'voucher', 'subscription'])(
  'an agreement settled by %s is sound at the desk, and so is its editor',
  SLOW,
  async (settlement) => {
    const address = `/api/v1/agreements?limit=1&state=active&settlement=${settlement}`
    const { data } = await callAs<Named>(staff.page, 'get', address)
    await expectSound(staff, `/desk/agreements/${String(data[0]?.id)}`)
    await expectSound(staff, `/desk/agreements/${String(data[0]?.id)}/edit`)
  },
)

test('a voucher and the simulator of its customer are sound at the desk', SLOW, async () => {
  const { data } = await callAs<Vouchers>(staff.page, 'get', '/api/v1/vouchers?limit=1&state=active')
  const [first] = data
  await expectSound(staff, `/desk/vouchers/${String(first?.id)}`)
  await expectSound(staff, `/desk/simulator?customer=${String(first?.customer.id)}`)
})

test.for(['draft', 'open', 'overdue', 'paid'])(
  'an invoice that is %s is sound at the desk, and so are its PDF and its log',
  SLOW,
  async (state) => {
    const { data } = await callAs<Named>(staff.page, 'get', `/api/v1/invoices?limit=1&kind=invoice&state=${state}`)
    for (const tab of ['', '?tab=pdf', '?tab=log'])
      await expectSound(staff, `/desk/invoices/${String(data[0]?.id)}${tab}`)
  },
)

test('a credit note, an invoice run and a customer’s potential are sound at the desk', SLOW, async () => {
  const notes = await callAs<Named>(staff.page, 'get', '/api/v1/invoices?limit=1&kind=credit_note')
  await expectSound(staff, `/desk/invoices/${String(notes.data[0]?.id)}`)
  const runs = await callAs<Named>(staff.page, 'get', '/api/v1/invoice-runs?limit=1')
  await expectSound(staff, `/desk/invoice-runs/${String(runs.data[0]?.id)}`)
  const { data } = await callAs<Vouchers>(staff.page, 'get', '/api/v1/potential?limit=1')
  await expectSound(staff, `/desk/potential?customer=${String(data[0]?.customer.id)}`)
})

test.for([
  ['workflow', 'workflows', 'settings/workflows'],
  ['dispatch rule', 'dispatch-rules', 'settings/dispatch-rules'],
  ['custom field', 'custom-fields', 'settings/fields'],
  ['automation rule', 'automation-rules', 'settings/automation'],
  ['macro', 'macros', 'settings/texts/macros'],
  ['canned text', 'canned-texts', 'settings/texts'],
  ['service policy', 'service-policies', 'settings/service-policies'],
  ['service calendar', 'service-calendars', 'settings/service-calendars'],
])('the page of one %s is sound at the desk', SLOW, async ([, list, page]) => {
  const { data } = await callAs<Named>(staff.page, 'get', `/api/v1/${list}`)
  await expectSound(staff, `/desk/${page}/${String(data[0]?.id)}`)
})

test('a case whose promise is broken is sound at the desk', SLOW, async () => {
  const { data } = await callAs<Cases>(staff.page, 'get', '/api/v1/cases?limit=1&isBreached=true')
  await expectSound(staff, `/desk/cases/${String(data[0]?.number)}`)
})

test('the preview beside the list, the palette and what many cases are changed by are sound', SLOW, async () => {
  const { page } = staff
  await openDesk('cases?view=active')
  await page.getByRole('grid', { name: 'Cases' }).locator('[data-case]').nth(1).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await page.getByRole('complementary', { name: /^Preview of #/u }).waitFor()
  await expectSoundNow(staff)
  await page.keyboard.press('Escape')
  await page.keyboard.press('x')
  await page.getByRole('toolbar', { name: 'Chosen cases' }).waitFor()
  await expectSoundNow(staff)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Search and do' }).getByRole('option').first().waitFor()
  await expectSoundNow(staff)
})

test('a case with somebody asked outside, and merging it, are sound', SLOW, async () => {
  const { page } = staff
  const { data } = await callAs<Cases>(page, 'get', '/api/v1/cases?limit=1&q=is:active')
  const [first] = data
  await callAs(page, 'post', `/api/v1/cases/${String(first?.id)}/side-conversations`, {
    ...{ to: [{ address: 'kim@printworks.example', name: 'Kim Print' }], subject: 'Spare part' },
    body: 'When can you ship it?',
  })
  await openDesk(`cases/${String(first?.number)}`)
  await page
    .getByRole('region', { name: 'Asked outside' })
    .getByRole('button', { name: /^Spare part/u })
    .click()
  await page.getByRole('dialog', { name: 'Spare part' }).getByText('When can you ship it?').waitFor()
  await expectSoundNow(staff)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Spare part' }).waitFor({ state: 'detached' })
  await doByPalette(page, 'merge', 'Merge into another case')
  await page.getByRole('dialog', { name: /^Merge #/u }).waitFor()
  await expectSoundNow(staff)
})

test('an invoice is sound in the extranet', SLOW, async () => {
  const { data } = await callAs<Named>(contact.page, 'get', '/api/extranet/v1/invoices?limit=1')
  await expectSound(contact, `/extranet/invoices/${String(data[0]?.id)}`)
})

test('an agreement is sound in the extranet', SLOW, async () => {
  const { data } = await callAs<Named>(contact.page, 'get', '/api/extranet/v1/agreements')
  await expectSound(contact, `/extranet/agreements/${String(data[0]?.id)}`)
})

test('a case is sound in the extranet', SLOW, async () => {
  const { data } = await callAs<Cases>(contact.page, 'get', '/api/extranet/v1/cases?limit=1')
  await expectSound(contact, `/extranet/cases/${String(data[0]?.number)}`)
})

test('from sign-in to writing a reply, keys are enough', async () => {
  const { page, faults } = await openWindow(browser)
  await page.goto('/desk/')
  await tabTo(page, page.getByRole('textbox', { name: 'E-mail' }))
  await page.keyboard.type('mette@fjordbyte.example')
  await tabTo(page, page.getByRole('textbox', { name: 'Password' }))
  await page.keyboard.type(demoPassword)
  await page.keyboard.press('Enter')
  const list = page.getByRole('grid', { name: 'Cases' }).locator('[data-case]')
  await list.nth(1).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expectFocus(list.nth(1))
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Internal note' }).waitFor()
  await page.keyboard.press('r')
  const editor = page.getByRole('textbox', { name: 'Reply' })
  await expectFocus(editor)
  await page.keyboard.type('Written with keys alone.')

  await editor.getByText('Written with keys alone.').waitFor()
  expect(faults).toEqual([])
})

test('both apps speak Danish to who chooses it', async () => {
  const { page } = await openWindow(browser, { locale: 'da-DK' })
  await signIn(page, 'desk', 'sofie@fjordbyte.example')
  await chooseDanish(page)
  await page.getByRole('navigation', { name: 'Hovednavigation' }).getByRole('link', { name: 'Mine sager' }).waitFor()
  await page.getByRole('heading', { level: 1, name: 'Indbakke' }).waitFor()

  await signIn(page, 'extranet', 'birgit@nordlys.example')
  await chooseDanish(page)
  await page.getByRole('navigation', { name: 'Hovednavigation' }).getByRole('link', { name: 'Sager' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('da')
})

type Named = { data: { id: string }[] }
type Vouchers = { data: { id: string; customer: { id: string } }[] }
type Cases = { data: { id: string; number: number; customer?: { id: string } }[] }

function soundAt(app: 'desk' | 'extranet') {
  return async (path: string) => expectSound(app === 'desk' ? staff : contact, `/${app}/${path}`)
}

/** Somebody at two screens, which are looked at side by side. */
type Seat = Window & { narrow: Window }

async function openSeat(app: 'desk' | 'extranet', email: string): Promise<Seat> {
  const windows = [await openWindow(browser), await openWindow(browser)] as const
  for (const { page } of windows) await signIn(page, app, email)
  const [wide, narrow] = windows
  return { ...wide, narrow }
}

async function expectSound({ narrow, ...wide }: Seat, address: string): Promise<void> {
  await Promise.all([expectSoundOn(wide, address, DESKTOP), expectSoundOn(narrow, address, PHONE)])
}

async function expectSoundOn(window: Window, address: string, viewport: Viewport): Promise<void> {
  await window.page.setViewportSize(viewport)
  await window.page.goto(address)
  await window.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  await window.page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' })
  await expectSoundAt(window, viewport)
}

/** A page of the desk, wide. */
async function openDesk(path: string): Promise<void> {
  await staff.page.setViewportSize(DESKTOP)
  await staff.page.goto(`/desk/${path}`)
}

/** What is open is sound as it stands, in every size and light. */
async function expectSoundNow(window: Window): Promise<void> {
  for (const viewport of VIEWPORTS) {
    await window.page.setViewportSize(viewport)
    await expectSoundAt(window, viewport)
  }
  await window.page.setViewportSize(DESKTOP)
}

/** What is open is sound in both lights. */
async function expectSoundAt({ page, faults }: Window, { width }: Viewport): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const look = `${String(width)} ${colorScheme}`
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
    await expect.poll(() => page.evaluate('document.getAnimations().length')).toBe(0)
    // The same page in another light differs by its colours alone.
    const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined
    expect(await axeViolations(page, rules), look).toEqual([])
    expect(await page.locator('html').evaluate(overflowWidth), `sideways, ${look}`).toBe(0)
  }
  expect(faults.splice(0)).toEqual([])
}

async function chooseDanish(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(?:Account menu for|Kontomenu for) /u }).click()
  await page.getByRole('menuitemradio', { name: 'Dansk' }).click()
}

function overflowWidth(root: object): number {
  const { scrollWidth, clientWidth } = root as { scrollWidth: number; clientWidth: number }
  return scrollWidth - clientWidth
}
