import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeAbsence, arrangeDispatchRule, arrangePolicy, arrangeTeam, contactOf } from './arrange-desk.ts'
import { arrangeCustomer, callAs, type Colleague } from './arrange.ts'
import { axeViolations, openBrowser, openWindow, signIn, type Window } from './harness.ts'
import { expectFocus } from './keyboard.ts'

const TEAM = 'Field service'
const CUSTOMER = 'Vesthavn Maskiner'
const DRAGGED = 'The gate of hall two does not open'
const KEYED = 'The printer of the office is noisy'
const HELD = 'The lamps over dock four flicker'
const RISKY = 'The crane stops every few minutes'
const ARRIVED = 'Forklift in hall five needs a look'
const REASON = 'Promised to their manager on the phone'

let browser: Browser
let windows: Window[]
let administrator: Page
let dispatcher: Page
let departmentId: string
let customerId: string
let ida: Colleague
let ove: Colleague
let numbers: Record<string, number>

beforeAll(async () => {
  browser = await openBrowser()
  windows = await Promise.all(Array.from({ length: 2 }, () => openWindow(browser)))
  ;[administrator, dispatcher] = windows.map(({ page }) => page) as [Page, Page]
  await signIn(administrator, 'desk', 'admin@fjordbyte.example')
  await signIn(dispatcher, 'desk', 'jonas@fjordbyte.example')
  const team = await arrangeTeam(administrator, TEAM, [
    ['Ida Berg', 'IDBE'],
    ['Ove Lind', 'OVLI'],
  ])
  departmentId = team.departmentId
  ;[ida, ove] = team.people as [Colleague, Colleague]
  ;({ customerId } = await arrangeCustomer(administrator, CUSTOMER))
  const promise = { firstResponse: 600, nextResponse: 600, resolution: 1000 }
  await arrangePolicy(administrator, { name: 'By the wall clock', customerId, isShownToCustomers: false }, promise)
  numbers = {
    [DRAGGED]: await report(DRAGGED, null),
    [KEYED]: await report(KEYED, null),
    [HELD]: await report(HELD, ove.id),
    [RISKY]: await report(RISKY, ida.id),
  }
  await arrangeAbsence(administrator, ove.id, ida.id)
  await arrangeDispatchRule(administrator, { name: 'Forklifts to Ove', words: 'forklift', employeeId: ove.id })
})
afterAll(() => browser.close())

test('the dispatcher sees what nobody has beside the people, and who is away', async () => {
  await dispatcher.getByRole('navigation').getByRole('link', { name: 'Dispatch' }).click()
  await dispatcher.getByRole('heading', { level: 1, name: 'Dispatch' }).waitFor()
  await dispatcher.goto(`/desk/dispatch?department=${departmentId}`)

  await cardIn(unassigned(), DRAGGED).waitFor()
  await cardIn(unassigned(), KEYED).waitFor()
  await personRow(ove)
    .getByText(/^Away until .+, Ida Berg stands in$/u)
    .waitFor()
  await personRow(ida).getByText('1 case').waitFor()
  expect(await cardIn(unassigned(), HELD).count()).toBe(0)
  expect(await axeViolations(dispatcher)).toEqual([])
})

test('a case is dragged onto a person, and taken back', async () => {
  await drag(cardIn(unassigned(), DRAGGED), personRow(ida))
  await dispatcher
    .getByText(`#${numberOf(DRAGGED)} goes to Ida Berg.`)
    .first()
    .waitFor()
  await cardIn(unassigned(), DRAGGED).waitFor({ state: 'detached' })
  await personRow(ida).getByText('2 cases').waitFor()
  await dispatcher.getByRole('button', { name: 'Undo' }).click()

  await dispatcher
    .getByText(`#${numberOf(DRAGGED)} is back where it was.`)
    .first()
    .waitFor()
  await cardIn(unassigned(), DRAGGED).waitFor()
  await personRow(ida).getByText('1 case').waitFor()
})

test('with keys alone a case is given to somebody', async () => {
  const link = cardIn(unassigned(), KEYED).getByRole('link')
  await link.focus()
  await expectFocus(link)
  await dispatcher.keyboard.press('a')
  const dialog = dispatcher.getByRole('dialog', { name: `Give #${numberOf(KEYED)} to …` })
  await expectFocus(dialog.getByRole('textbox', { name: 'Find a person or a queue' }))
  await dispatcher.keyboard.type('Ida')
  await dialog.getByRole('button', { name: /Ida Berg/u }).waitFor()
  expect(await axeViolations(dispatcher)).toEqual([])
  await dispatcher.keyboard.press('Enter')

  await dispatcher
    .getByText(`#${numberOf(KEYED)} goes to Ida Berg.`)
    .first()
    .waitFor()
  await cardIn(unassigned(), KEYED).waitFor({ state: 'detached' })
})

test('the cases of who is away go to who stands in', async () => {
  await dispatcher.goto('/desk/people/absences')
  await dispatcher.getByRole('button', { name: 'Hand cases over: Ove Lind' }).click()
  const dialog = dispatcher.getByRole('dialog', { name: 'Hand cases over: Ove Lind' })
  await dialog.getByText('One active case goes to Ida Berg.').waitFor()
  expect(await axeViolations(dispatcher)).toEqual([])
  await dialog.getByRole('button', { name: 'Hand over one case' }).click()

  await dispatcher.getByText('One case is with Ida Berg now.').waitFor()
  expect(await responsibleOf(HELD)).toBe('Ida Berg')
})

test('a new case comes in without reloading, sent by a rule to who stands in', async () => {
  await dispatcher.goto(`/desk/dispatch?department=${departmentId}`)
  await personRow(ida).getByText('3 cases').waitFor()
  const { number } = await callAs<{ number: number }>(administrator, 'post', '/api/v1/cases', {
    ...{ customerId, subject: ARRIVED, description: 'It came by phone.' },
  })
  numbers[ARRIVED] = number

  await dispatcher.getByRole('button', { name: '1 new case' }).click()
  await personRow(ida).getByText('4 cases').waitFor()
  await personRow(ida).getByRole('button', { name: 'What Ida Berg has to do' }).click()
  const drawer = dispatcher.getByRole('dialog', { name: 'What Ida Berg has to do' })
  await drawer.getByRole('link', { name: ARRIVED }).waitFor()
  await dispatcher.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
})

test('what runs out of time opens with its clocks, and every stretch says why', async () => {
  await cardIn(atRisk(), RISKY).getByRole('link').click()
  await dispatcher.getByRole('heading', { level: 1, name: RISKY }).waitFor()
  await dispatcher.getByRole('button', { name: /^Clocks of the case: First reply: .+ left$/iu }).click()
  const ledger = dispatcher.getByRole('dialog', { name: `Clocks of #${numberOf(RISKY)}` })
  await ledger.getByText('By the wall clock', { exact: true }).waitFor()
  await ledger.getByText('because of the customer').first().waitFor()
  await ledger.getByText('Around the clock', { exact: true }).waitFor()
  await ledger.getByText('Every stretch (1)').first().click()
  await ledger.getByRole('cell', { name: 'The case was opened' }).first().waitFor()
  expect(await axeViolations(dispatcher)).toEqual([])
})

test('the dispatcher sets a deadline by hand with a reason, which the clock and the log tell', async () => {
  const ledger = dispatcher.getByRole('dialog', { name: `Clocks of #${numberOf(RISKY)}` })
  await ledger.getByRole('button', { name: 'Set a deadline' }).click()
  const dialog = dispatcher.getByRole('dialog', { name: `Deadline of #${numberOf(RISKY)}` })
  const soon = new Date(Date.now() + 2 * 60 * 60 * 1000)
  await dialog.getByLabel('Due at').fill(localInput(soon))
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(REASON)
  await dialog.getByRole('button', { name: 'Save' }).click()

  await dispatcher.getByText('The deadline is set').waitFor()
  await ledger.getByText(/set by Jonas Lindqvist/u).waitFor()
  await dispatcher.keyboard.press('Escape')
  await ledger.waitFor({ state: 'detached' })
  await dispatcher.getByRole('button', { name: /^Clocks of the case: Deadline: (?:1:5\d|2:0\d) left$/u }).waitFor()
  await dispatcher.getByRole('region', { name: 'Case log' }).getByText(REASON).waitFor()
})

test('a macro says and changes all at once, after its preview', async () => {
  await dispatcher.keyboard.press('m')
  const dialog = dispatcher.getByRole('dialog', { name: `Run a macro on #${numberOf(RISKY)}` })
  await dialog.getByRole('combobox', { name: 'Find a macro' }).fill('second line')
  const preview = dialog.getByRole('region', { name: 'What it does' })
  await preview.getByText('Second line').waitFor()
  expect(await axeViolations(dispatcher)).toEqual([])
  await preview.getByRole('button', { name: 'Run it' }).click()

  await dispatcher.getByText('“To second line with a note” is done').waitFor()
  await dispatcher.getByText('First line has tried the usual').first().waitFor()
  await dispatcher.getByRole('button', { name: 'Nobody' }).waitFor()
})

test('nobody on the way stumbles over an inaccessible or faulty screen', async () => {
  for (const { page, faults } of windows) {
    expect(await axeViolations(page)).toEqual([])
    expect(faults).toEqual([])
  }
})

async function report(subject: string, responsibleId: string | null): Promise<number> {
  const contactId = await contactOf(administrator, customerId)
  const draft = { customerId, contactId, departmentId, responsibleId, subject, description: 'It came by phone.' }
  return (await callAs<{ number: number }>(administrator, 'post', '/api/v1/cases', draft)).number
}

async function responsibleOf(subject: string): Promise<string | undefined> {
  const address = `/api/v1/cases/${numberOf(subject)}`
  return (await callAs<{ responsible: { name: string } | null }>(administrator, 'get', address)).responsible?.name
}

function numberOf(subject: string): string {
  return String(numbers[subject])
}

function unassigned(): Locator {
  return dispatcher.getByRole('region', { name: /^Nobody has them/u })
}

function atRisk(): Locator {
  return dispatcher.getByRole('region', { name: /^Running out of time/u })
}

function cardIn(list: Locator, subject: string): Locator {
  return list.getByRole('listitem').filter({ hasText: subject })
}

function personRow({ name }: Colleague): Locator {
  return dispatcher.getByRole('region', { name: 'People' }).getByRole('listitem').filter({ hasText: name }).first()
}

/** By the mouse, the way a hand does it. */
async function drag(what: Locator, onto: Locator): Promise<void> {
  const [from, to] = [await what.boundingBox(), await onto.boundingBox()]
  if (from === null || to === null) throw new Error('What is dragged, or where to, is not on the screen.')
  await dispatcher.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await dispatcher.mouse.down()
  await dispatcher.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 8 })
  await dispatcher.mouse.up()
}

/** As an input for date and time takes it, by the clock of the browser. */
function localInput(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
