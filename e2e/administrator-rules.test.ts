import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangePolicy, contactOf } from './arrange-desk.ts'
import { arrangeAgent, arrangeCustomer, acceptInvitation, callAs, joinStaff, type Arranged } from './arrange.ts'
import { axeViolations, openBrowser, openWindow, signIn, type Window } from './harness.ts'

const PASSWORD = 'a lighthouse in the morning'
const CUSTOMER = 'Kystens Optik'
const WORKFLOW = 'Workshop'
const STATUS = 'Waiting for lenses'
const WORDING = 'Your lenses are on their way'
const COMMENT = 'Nothing leaves the workshop unchecked'
const STEP = 'Look through both lenses'
const FIELD = 'Lens strength'
const SUBJECT = 'The left lens came loose'
const REPORTED = 'New lenses for the reading room'
const RESOLUTION = 'The lens is glued in anew.'
const REASON = 'The customer waits at the counter'

let browser: Browser
let windows: Window[]
let administrator: Page
let agent: Page
let lead: Page
let customer: Page
let arranged: Arranged
let workflowId: string
let typeId: string
let caseId: string
let number: string
let reported: string

beforeAll(async () => {
  browser = await openBrowser()
  windows = await Promise.all(Array.from({ length: 4 }, () => openWindow(browser)))
  ;[administrator, agent, lead, customer] = windows.map(({ page }) => page) as [Page, Page, Page, Page]
  await signIn(administrator, 'desk', 'admin@fjordbyte.example')
  await signIn(lead, 'desk', 'jonas@fjordbyte.example')
  const colleague = await arrangeAgent(administrator, 'Bo Skov', 'BOSK')
  await joinStaff(agent, colleague.email, PASSWORD)
  arranged = await arrangeCustomer(administrator, CUSTOMER)
  await acceptInvitation(customer, arranged.contactEmail, PASSWORD)
  await arrangeWorkshop()
  const contactId = await contactOf(administrator, arranged.customerId)
  const draft = { customerId: arranged.customerId, contactId, subject: SUBJECT, description: 'It came by phone.' }
  const asked = { departmentId: colleague.departmentId, responsibleId: colleague.id, typeId }
  const created = { ...draft, ...asked }
  const one = await callAs<{ id: string; number: number }>(administrator, 'post', '/api/v1/cases', created)
  caseId = one.id
  number = String(one.number)
})
afterAll(() => browser.close())

test('the administrator adds a status with words of its own for customers', async () => {
  await administrator.goto('/desk/settings/workflows/statuses')
  await administrator.getByRole('button', { name: 'New status' }).click()
  const dialog = administrator.getByRole('dialog', { name: 'Create a status' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(STATUS)
  await dialog.getByRole('combobox', { name: 'Category' }).click()
  await administrator.getByRole('option', { name: 'Waiting for third party' }).click()
  await dialog.getByText('Pink').click()
  await dialog.getByRole('switch', { name: 'Own words for customers' }).check()
  await dialog.getByRole('textbox', { name: 'In English' }).fill(WORDING)
  await dialog.getByRole('textbox', { name: 'In Danish' }).fill('Dine linser er på vej')
  expect(await axeViolations(administrator)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()

  await dialog.waitFor({ state: 'detached' })
  await administrator.getByText(STATUS).first().waitFor()
})

test('the status and a gate go into the workflow by its table, and the editor says what that touches', async () => {
  await administrator.goto(`/desk/settings/workflows/${workflowId}`)
  await administrator.getByRole('combobox', { name: 'Add a status' }).click()
  await administrator.getByRole('option', { name: STATUS }).click()
  await toggle(`From Open to ${STATUS}`)
  await toggle(`From ${STATUS} to Open`)
  await administrator.getByRole('button', { name: /^From Open to Solved: allowed/u }).click()
  const move = administrator.getByRole('group', { name: /Open.+Solved/u })
  await move.getByRole('checkbox', { name: 'The required items of the checklist are ticked' }).check()
  expect(await axeViolations(administrator)).toEqual([])
  await administrator.getByRole('tab', { name: 'What it touches' }).click()

  await administrator.getByText(`Status ${STATUS} is new`).waitFor()
  await administrator.getByText('1 open case moves by it, and will at once move by what is saved.').waitFor()
  await administrator.getByText('No case is left behind.').waitFor()
})

test('a version is saved with a word about it', async () => {
  await administrator.getByRole('button', { name: 'Save …' }).click()
  const dialog = administrator.getByRole('dialog', { name: 'Save the workflow' })
  await dialog.getByRole('textbox', { name: 'What you changed, and why' }).fill(COMMENT)
  expect(await axeViolations(administrator)).toEqual([])
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()

  await administrator.getByText(`Version 2 of ${WORKFLOW} is saved.`).waitFor()
  await administrator.getByRole('tab', { name: 'Versions' }).click()
  await administrator.getByText(COMMENT).waitFor()
  expect(await axeViolations(administrator)).toEqual([])
})

test('an agent cannot solve the case before its checklist is done', async () => {
  await agent.goto(`/desk/cases/${number}`)
  await agent.getByRole('button', { name: 'Status: New' }).click()
  await agent.getByRole('menuitem', { name: 'Open' }).click()
  await agent.getByRole('button', { name: 'Status: Open' }).click()
  await agent.getByRole('menuitem', { name: 'Solved' }).click()
  const dialog = agent.getByRole('dialog', { name: `Move #${number} to Solved` })

  await dialog.getByText('The required items of the checklist are done').waitFor()
  await dialog.getByText('Not yet').waitFor()
  expect(await dialog.getByText('Pass over it on purpose').count()).toBe(0)
  expect(await dialog.getByRole('button', { name: 'Move', exact: true }).isDisabled()).toBe(true)
  expect(await axeViolations(agent)).toEqual([])
  await agent.keyboard.press('Escape')
})

test('the customer reads the words of the company for the status, and what is promised', async () => {
  await agent.getByRole('button', { name: 'Status: Open' }).click()
  await agent.getByRole('menuitem', { name: STATUS }).click()
  await agent.getByRole('button', { name: `Status: ${STATUS}` }).waitFor()
  await customer.goto(`/extranet/cases/${number}`)

  await customer.getByText(WORDING).first().waitFor()
  const promise = customer.getByRole('region', { name: 'What we promise' })
  await promise.getByText('Counter, around the clock').waitFor()
  await promise.getByText('Within 8:00').waitFor()
  expect(await customer.locator('html').innerHTML()).not.toContain(STEP)
  expect(await axeViolations(customer)).toEqual([])
})

test('a lead passes over the gate with a reason, which the log keeps', async () => {
  await lead.goto(`/desk/cases/${number}`)
  await lead.getByRole('button', { name: `Status: ${STATUS}` }).click()
  await lead.getByRole('menuitem', { name: 'Open' }).click()
  await lead.getByRole('button', { name: 'Status: Open' }).click()
  await lead.getByRole('menuitem', { name: 'Solved' }).click()
  const dialog = lead.getByRole('dialog', { name: `Move #${number} to Solved` })
  await dialog.getByRole('checkbox', { name: 'Pass over it on purpose' }).check()
  await dialog.getByRole('textbox', { name: 'Why it may pass' }).fill(REASON)
  expect(await axeViolations(lead)).toEqual([])
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()

  await lead.getByRole('button', { name: 'Status: Solved' }).waitFor()
  await lead.getByRole('region', { name: 'Case log' }).getByText(REASON).waitFor()
})

test('the customer answers the solved case, which opens it, and follows up on it when it is closed for good', async () => {
  await callAs(administrator, 'patch', `/api/v1/cases/${caseId}`, { resolution: RESOLUTION })
  await customer.reload()
  await customer.getByText(RESOLUTION).waitFor()
  await customer.getByRole('textbox', { name: 'Your answer' }).fill('It came loose again.')
  await customer.getByRole('button', { name: 'Send answer' }).click()
  await lead.getByRole('button', { name: 'Status: Open' }).waitFor()

  await callAs(administrator, 'put', `/api/v1/cases/${caseId}/status`, await moveTo('solved', 'Glued once more'))
  await callAs(administrator, 'put', `/api/v1/cases/${caseId}/status`, await moveTo('closed', 'All is said'))
  await customer.reload()
  await customer.getByRole('button', { name: 'Go on in a new case' }).click()
  await customer.getByRole('textbox', { name: 'What happens now?' }).fill('And now the right one.')
  expect(await axeViolations(customer)).toEqual([])
  await customer.getByRole('button', { name: 'Send as a new case' }).click()

  await customer.getByText(/^Thank you\. We go on in case #\d+\.$/u).waitFor()
  await customer.getByText('Goes on from').waitFor()
})

test('a field that a type requires stands in both forms, and filters the list', async () => {
  await customer.goto('/extranet/cases/new')
  await customer.getByRole('radio', { name: WORKFLOW }).check()
  await customer.getByRole('textbox', { name: 'Subject' }).fill(REPORTED)
  await customer.getByRole('textbox', { name: 'What happens?' }).fill('As agreed on the phone.')
  await customer.getByRole('textbox', { name: FIELD }).fill('+2.5')
  expect(await axeViolations(customer)).toEqual([])
  await customer.getByRole('button', { name: 'Send the case' }).click()
  await customer.waitForURL(/\/extranet\/cases\/\d+$/u)
  reported = /\d+$/u.exec(customer.url())?.[0] ?? ''
  await customer.getByText('+2.5').waitFor()

  const { data } = await callAs<{ data: { id: string; name: string }[] }>(agent, 'get', '/api/v1/case-fields')
  const field = data.find(({ name }) => name === FIELD)?.id ?? ''
  await agent.goto(`/desk/cases?view=all&field=${field}:${encodeURIComponent('+2.5')}`)
  await agent.getByRole('link', { name: REPORTED }).waitFor()
  expect(await agent.getByRole('link', { name: SUBJECT }).count()).toBe(0)
  await agent.goto('/desk/cases/new')
  expect(await agent.getByRole('textbox', { name: FIELD }).count()).toBe(0)
  await chooseOption(agent.getByRole('textbox', { name: 'Type' }), WORKFLOW)
  await agent.getByRole('textbox', { name: FIELD }).waitFor()
  expect(await axeViolations(agent)).toEqual([])
  expect(reported).not.toBe(number)
})

test('a policy is rehearsed before it is saved, and open cases follow', async () => {
  const { data } = await callAs<{ data: { id: string; name: string }[] }>(
    administrator,
    'get',
    '/api/v1/service-policies',
  )
  await administrator.goto(
    `/desk/settings/service-policies/${data.find(({ name }) => name === 'Gold, Nordlys')?.id ?? ''}`,
  )
  await administrator.getByRole('textbox', { name: 'Solved, Normal' }).fill('2:00')
  await administrator.getByRole('button', { name: 'Rehearse' }).click()
  await administrator.getByRole('row', { name: /^Breaches: Solution/u }).waitFor()
  await administrator.getByText(/would differ\.$/u).waitFor()
  expect(await axeViolations(administrator)).toEqual([])
  await administrator.getByRole('radio', { name: 'Follow; beginnings and pauses stay' }).check()
  await administrator.getByRole('button', { name: 'Save', exact: true }).click()

  await administrator.getByText('The policy is saved.').waitFor()
})

test('nobody on the way stumbles over an inaccessible or faulty screen', async () => {
  for (const { page, faults } of windows) {
    expect(await axeViolations(page)).toEqual([])
    expect(faults).toEqual([])
  }
})

/** A workflow that nobody else goes by, its type with a checklist and a required field, and a promise for the customer. */
async function arrangeWorkshop(): Promise<void> {
  const { data } = await callAs<{ data: { id: string; name: string; definition: Definition }[] }>(
    administrator,
    'get',
    '/api/v1/workflows',
  )
  const standard = data.find(({ name }) => name === 'Standard')
  if (standard === undefined) throw new Error('There is no standard workflow.')
  const transitions = standard.definition.transitions.map((transition) => ({ ...transition, gates: [] }))
  const definition = { ...standard.definition, transitions, reopenDays: 0 }
  const workflow = { name: WORKFLOW, definition, comment: '' }
  workflowId = (await callAs<{ id: string }>(administrator, 'post', '/api/v1/workflows', workflow)).id
  const type = { name: WORKFLOW, workflowId }
  typeId = (await callAs<{ id: string }>(administrator, 'post', '/api/v1/case-types', type)).id
  await callAs(administrator, 'post', '/api/v1/checklist-templates', {
    ...{ name: 'Check before handing out', typeIds: [typeId] },
    items: [{ text: STEP, isRequired: true }],
  })
  await callAs(administrator, 'post', '/api/v1/custom-fields', {
    ...{ key: 'lens_strength', name: FIELD, kind: 'text', forContacts: 'editable' },
    rules: { typeIds: [typeId], requiredFor: 'contact_create' },
  })
  const policy = { name: 'Counter', customerId: arranged.customerId, isShownToCustomers: true }
  await arrangePolicy(administrator, policy, { firstResponse: 480, nextResponse: 480, resolution: 2400 })
}

type Definition = { transitions: { gates: string[] }[] } & Record<string, unknown>

async function moveTo(category: string, reason: string): Promise<object> {
  const address = '/api/v1/case-statuses'
  const { data } = await callAs<{ data: { id: string; category: string }[] }>(administrator, 'get', address)
  return { statusId: data.find((status) => status.category === category)?.id, override: { reason } }
}

/** Allows or forbids a move with the key that the table says. */
async function toggle(name: string): Promise<void> {
  const cell = administrator.getByRole('button', { name: new RegExp(`^${name}: `, 'u') })
  await cell.focus()
  await administrator.keyboard.press('Space')
  await administrator.getByRole('button', { name: `${name}: allowed` }).waitFor()
}

async function chooseOption(input: Locator, name: string): Promise<void> {
  await input.click()
  await input.page().getByRole('option', { name, exact: true }).click()
}
