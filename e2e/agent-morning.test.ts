import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handInMail, readFound, readPriorities } from './look-in.ts'
import { arrangeAgent, arrangeCase, arrangeCustomer, sendAtOnce, type Colleague } from './arrange.ts'
import { axeViolations, linkIn, mailTo, openBrowser, openWindow, signIn, type Window } from './harness.ts'
import { chooseOption, doByPalette, expectFocus, tabTo } from './keyboard.ts'

// The agent has no mouse: everything in this window is done by keys alone.
const PASSWORD = 'a ferry before the sun'
const CUSTOMER = 'Ærø Frysehus'
const OTHER_CUSTOMER = 'Odense Saddelmageri'
const COLD = 'The cold store alarms at night'
const DOOR = 'The gate of the freezer hall sticks'
const AGAIN = 'The gate of the freezer hall sticks again'
const FERRY = 'Kølerummet på færgen er for varmt'
const STRAY = 'Stitching machine without power'
const ANSWER = 'We come by before noon.'
const NOTE = 'please bring the long ladder, as on'
const SUPPLIER = 'spares@coolworks.example'
const SUPPLIER_ANSWER = 'The compressor ships on Monday.'

let browser: Browser
let windows: Window[]
let administrator: Page
let agent: Page
let colleague: Colleague
let numbers: Record<string, number>

beforeAll(async () => {
  browser = await openBrowser()
  windows = await Promise.all(Array.from({ length: 2 }, () => openWindow(browser)))
  ;[administrator, agent] = windows.map(({ page }) => page) as [Page, Page]
  await signIn(administrator, 'desk', 'admin@fjordbyte.example')
  colleague = await arrangeAgent(administrator, 'Liv Dam', 'LIDA')
  const cold = await arrangeCustomer(administrator, CUSTOMER)
  const other = await arrangeCustomer(administrator, OTHER_CUSTOMER)
  numbers = { [STRAY]: await arrangeCase(administrator, other.customerId, colleague, STRAY) }
  for (const subject of [FERRY, AGAIN, DOOR, COLD])
    numbers[subject] = await arrangeCase(administrator, cold.customerId, colleague, subject)
})
afterAll(() => browser.close())

test('the agent chooses a password and signs in', async () => {
  await agent.goto(linkIn(await mailTo(colleague.email, 'set-password')))
  await expectFocus(agent.getByRole('textbox', { name: 'New password' }))
  await agent.keyboard.type(PASSWORD)
  await agent.keyboard.press('Enter')
  await tabTo(agent, agent.getByRole('link', { name: 'Sign in' }))
  await agent.keyboard.press('Enter')
  await tabTo(agent, agent.getByRole('textbox', { name: 'E-mail' }))
  await agent.keyboard.type(colleague.email)
  await tabTo(agent, agent.getByRole('textbox', { name: 'Password' }))
  await agent.keyboard.type(PASSWORD)
  await agent.keyboard.press('Enter')

  await expect.poll(() => subjects()).toEqual([COLD, DOOR, AGAIN, FERRY, STRAY])
  await sendAtOnce(agent)
  await expect.poll(() => subjects()).toEqual([COLD, DOOR, AGAIN, FERRY, STRAY])
})

test('j and k go through the list, and the preview of Space goes along', async () => {
  await agent.keyboard.press('j')
  await agent.keyboard.press('j')
  await expectFocus(row(DOOR))
  await agent.keyboard.press('k')
  await expectFocus(row(COLD))
  await agent.keyboard.press('Space')
  await previewOf(COLD).getByText('It came by phone.').waitFor()
  await agent.keyboard.press('j')
  await previewOf(DOOR).getByText('It came by phone.').waitFor()
  await agent.keyboard.press('ArrowDown')
  await previewOf(AGAIN).waitFor()
  await expectFocus(row(AGAIN))
  expect(await axeViolations(agent)).toEqual([])
  await agent.keyboard.press('Escape')

  await previewOf(AGAIN).waitFor({ state: 'detached' })
})

test('a query is typed with what is offered for it, narrows the list and is kept as a view', async () => {
  await agent.keyboard.press('/')
  const box = agent.getByRole('combobox', { name: 'Search and filter cases' })
  await expectFocus(box)
  await agent.keyboard.type('cust')
  await chooseOption(agent, agent.getByRole('option', { name: /^Customer/u }))
  await agent.keyboard.type('frysehus')
  await chooseOption(agent, agent.getByRole('option', { name: CUSTOMER }))
  await agent.getByRole('button', { name: `Customer: ${CUSTOMER}`, exact: true }).waitFor()
  await expect.poll(() => subjects()).toEqual([COLD, DOOR, AGAIN, FERRY])
  expect(await axeViolations(agent)).toEqual([])
  await doByPalette(agent, 'save as a view', 'Save as a view')
  const dialog = agent.getByRole('dialog', { name: 'Save as a view' })
  await expectFocus(dialog.getByRole('textbox', { name: 'Name' }))
  await agent.keyboard.type('The cold ones')
  await agent.keyboard.press('Enter')

  await agent.getByText('The view is saved.').waitFor()
  await agent.getByRole('heading', { level: 1, name: 'The cold ones' }).waitFor()
  await expect.poll(() => subjects()).toEqual([COLD, DOOR, AGAIN, FERRY])
})

test('what is chosen with x and Shift+J is changed at once, after a look at what would happen', async () => {
  await agent.keyboard.press('j')
  await agent.keyboard.press('Home')
  await agent.keyboard.press('x')
  await agent.keyboard.press('Shift+J')
  await agent.keyboard.press('Shift+J')
  await agent.getByRole('toolbar', { name: 'Chosen cases' }).getByText('3 cases chosen').waitFor()
  await agent.keyboard.press('p')
  const dialog = agent.getByRole('dialog', { name: 'Change the priority of 3 cases' })
  await tabTo(agent, dialog.getByLabel('Priority'))
  await agent.keyboard.press('ArrowDown')
  await chooseOption(agent, agent.getByRole('option', { name: 'High' }))
  await tabTo(agent, dialog.getByRole('button', { name: 'See what happens' }))
  await agent.keyboard.press('Enter')
  await dialog.getByText('3 cases change').waitFor()
  await dialog.getByText('Nothing is changed yet.', { exact: false }).waitFor()
  expect(await prioritiesOf(COLD, DOOR, AGAIN)).not.toContain('High')
  expect(await axeViolations(agent)).toEqual([])
  await expectFocus(dialog.getByRole('button', { name: 'Change 3 cases' }))
  await agent.keyboard.press('Enter')

  await agent.getByRole('region', { name: 'Many cases at once' }).getByText('3 cases changed').waitFor()
  await row(DOOR).getByRole('img', { name: /High/u }).waitFor()
  expect(await prioritiesOf(COLD, DOOR, AGAIN, FERRY)).toEqual(['High', 'High', 'High', 'Normal'])
})

test('it is undone, and every case is as it was', async () => {
  await tabTo(agent, agent.getByRole('button', { name: 'Undo', exact: true }))
  await agent.keyboard.press('Enter')

  await agent.getByText('3 cases are as they were').waitFor()
  expect(await prioritiesOf(COLD, DOOR, AGAIN)).toEqual(['Normal', 'Normal', 'Normal'])
})

test('Enter opens the case, r answers it, and Ctrl with Enter sends', async () => {
  await goToRow(COLD)
  await agent.keyboard.press('Enter')
  await agent.getByRole('heading', { level: 1, name: COLD }).waitFor()
  await agent.getByRole('textbox', { name: 'Internal note' }).waitFor()
  await agent.keyboard.press('r')
  await expectFocus(agent.getByRole('textbox', { name: 'Reply' }))
  await agent.keyboard.type(ANSWER)
  await agent.keyboard.press('Control+Enter')

  await agent.getByRole('article', { name: 'Public: Liv Dam' }).getByText(ANSWER).waitFor()
})

test('a note calls a colleague with @ and another case with #', async () => {
  await agent.keyboard.press('Escape')
  await agent.keyboard.press('n')
  await expectFocus(agent.getByRole('textbox', { name: 'Internal note' }))
  await agent.keyboard.type('@Mette')
  await chooseOption(agent, agent.getByRole('option', { name: /^Mette Holm/u }))
  await agent.keyboard.type(`${NOTE} #freezer`)
  await chooseOption(agent, agent.getByRole('option', { name: `${DOOR} #${numberOf(DOOR)}` }))
  await agent.keyboard.press('Control+Enter')

  const note = agent.getByRole('article', { name: 'Internal note: Liv Dam' })
  await note.getByText('Mette Holm').waitFor()
  await note.getByText(`${NOTE} #${numberOf(DOOR)}`).waitFor()
  await agent.getByRole('region', { name: 'People' }).getByText('Mette Holm').waitFor()
})

test('w follows the case, h snoozes it, and the palette takes it back', async () => {
  await agent.keyboard.press('Escape')
  const isFollowed = await agent.getByRole('button', { name: 'Following', exact: true }).isVisible()
  await agent.keyboard.press('w')
  await agent.getByRole('button', { name: isFollowed ? 'Follow' : 'Following', exact: true }).waitFor()
  await agent.keyboard.press('h')
  await expectFocus(agent.getByRole('button', { name: /^(?:Later today|Next working day)/u }).first())
  await agent.keyboard.press('Enter')
  await agent.getByRole('button', { name: /^Snoozed until / }).waitFor()
  await doByPalette(agent, 'take the case back', 'Take the case back')

  await agent.getByRole('button', { name: 'Snooze', exact: true }).waitFor()
})

test('somebody outside is asked by mail, and the answer comes in by itself', async () => {
  await doByPalette(agent, 'ask somebody outside', 'Ask somebody outside')
  const drawer = agent.getByRole('dialog', { name: 'Ask somebody outside' })
  await expectFocus(drawer.getByLabel('To', { exact: true }))
  await agent.keyboard.type(`${SUPPLIER},`)
  await tabTo(agent, drawer.getByRole('textbox', { name: 'Message' }))
  await agent.keyboard.type('When does the compressor ship?')
  expect(await axeViolations(agent)).toEqual([])
  await tabTo(agent, drawer.getByRole('button', { name: 'Send', exact: true }))
  await agent.keyboard.press('Enter')
  const { source } = await mailTo(SUPPLIER, 'When does the compressor ship?')
  const replyAddress = /^Reply-To: .*?([^\s<>]+@[^\s<>]+)/imu.exec(source)?.[1] ?? ''
  const thread = agent.getByRole('dialog', { name: COLD })
  await thread.getByText('When does the compressor ship?').waitFor()
  const mail = { from: SUPPLIER, to: replyAddress, text: SUPPLIER_ANSWER }
  expect(await handInMail(administrator, mail)).toMatchObject({ outcome: 'received' })

  await thread.getByText(SUPPLIER_ANSWER).waitFor()
  await agent.keyboard.press('Escape')
  await thread.waitFor({ state: 'detached' })
  await agent.getByRole('region', { name: 'Asked outside' }).getByText('Waiting for us').waitFor()
})

test('a word without its accents and with a wrong letter leads to the case', async () => {
  await expect
    .poll(() => readFound(administrator, 'kolerumet faergen'), { timeout: 75_000, interval: 1_000 })
    .toEqual([FERRY])
  await doByPalette(agent, 'kolerumet faergen', 'All results for “kolerumet faergen”')
  const found = agent.getByRole('main').getByRole('link', { name: FERRY })
  await found.waitFor()
  expect(await axeViolations(agent)).toEqual([])
  await doByPalette(agent, 'kolerumet faergen', FERRY)

  await agent.getByRole('heading', { level: 1, name: FERRY }).waitFor()
}, 120_000)

test('a case is linked with #, merged into another, and stands by itself again', async () => {
  await doByPalette(agent, `#${numberOf(AGAIN)}`, AGAIN)
  await agent.getByRole('heading', { level: 1, name: AGAIN }).waitFor()
  await agent.keyboard.press('#')
  const card = agent.getByRole('region', { name: 'Linked cases' })
  await tabTo(agent, card.getByRole('textbox', { name: 'The other case' }))
  await agent.keyboard.type(numberOf(COLD))
  await chooseOption(agent, agent.getByRole('option', { name: COLD }))
  await card.getByRole('link', { name: COLD }).waitFor()
  await doByPalette(agent, 'merge', 'Merge into another case')
  const dialog = agent.getByRole('dialog', { name: `Merge #${numberOf(AGAIN)} into another case` })
  await tabTo(agent, dialog.getByRole('textbox', { name: 'The case that goes on' }))
  await agent.keyboard.type(numberOf(DOOR))
  await chooseOption(agent, agent.getByRole('option', { name: DOOR }))
  await dialog.getByText('Nothing moves', { exact: false }).waitFor()
  expect(await axeViolations(agent)).toEqual([])
  await tabTo(agent, dialog.getByRole('button', { name: 'Merge', exact: true }))
  await agent.keyboard.press('Enter')
  await agent.getByRole('heading', { level: 1, name: DOOR, exact: true }).waitFor()
  await agent.keyboard.press('#')
  await tabTo(agent, card.getByRole('button', { name: 'Undo the merge' }))
  await agent.keyboard.press('Enter')
  const question = agent.getByRole('dialog', { name: `Let #${numberOf(AGAIN)} stand by itself again?` })
  await tabTo(agent, question.getByRole('button', { name: 'Undo the merge' }))
  await agent.keyboard.press('Enter')

  await agent.getByText(`#${numberOf(AGAIN)} stands by itself again`).waitFor()
  await card.getByRole('link', { name: AGAIN }).waitFor({ state: 'detached' })
})

test('? shows the keys, and one is given another', async () => {
  await agent.keyboard.press('Escape')
  await agent.keyboard.press('?')
  const sheet = agent.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expectFocus(sheet.getByRole('textbox', { name: 'Find a key' }))
  await agent.keyboard.type('internal note')
  await tabTo(agent, sheet.getByRole('button', { name: 'Change the keys of “Internal note”' }))
  expect(await axeViolations(agent)).toEqual([])
  await agent.keyboard.press('Enter')
  await expectFocus(sheet.getByRole('textbox', { name: 'Press the new keys for “Internal note”' }))
  await agent.keyboard.press('i')
  await agent.keyboard.press('Enter')
  await sheet.getByText('Your own').waitFor()
  await agent.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await agent.keyboard.press('i')

  await expectFocus(agent.getByRole('textbox', { name: 'Internal note' }))
})

test('nobody on the way stumbles over an inaccessible or faulty screen', async () => {
  for (const { page, faults } of windows) {
    expect(await axeViolations(page)).toEqual([])
    expect(faults).toEqual([])
  }
})

/** Goes down the list to a case, whatever order it has. */
async function goToRow(subject: string): Promise<void> {
  await agent.keyboard.press('j')
  await agent.keyboard.press('Home')
  const place = (await subjects()).indexOf(subject)
  for (let presses = 0; presses < place; presses += 1) await agent.keyboard.press('j')
  await expectFocus(row(subject))
}

function prioritiesOf(...wanted: string[]): Promise<string[]> {
  return readPriorities(administrator, wanted.map(numberOf))
}

function numberOf(subject: string): string {
  return String(numbers[subject])
}

function row(subject: string): Locator {
  const link = agent.getByRole('link', { name: subject, exact: true })
  return agent.getByRole('grid', { name: 'Cases' }).locator('[data-case]').filter({ has: link })
}

function subjects(): Promise<string[]> {
  return agent.getByRole('grid', { name: 'Cases' }).locator('[data-case]').getByRole('link').allTextContents()
}

function previewOf(subject: string): Locator {
  return agent.getByRole('complementary', { name: `Preview of #${numberOf(subject)}` })
}
