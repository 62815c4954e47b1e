import { contacts } from '../contacts.ts'
import { customerId, customerRow } from '../customers.ts'
import { makeId } from '../make-id.ts'
import type { Screen, Text } from '../scenarios/steps.ts'
import { drawScreenshot } from '../screenshots/draw-screenshot.ts'
import type { DemoAttachment, DemoMessage } from '../shape.ts'
import { firstNameOf, nameOf } from '../staff.ts'
import type { EmployeeKey } from '../staff.ts'
import { dayOf } from '../working-time.ts'
import { calendarSlots, fillText, pickSlots } from './fill-text.ts'
import type { SlotValues } from './fill-text.ts'
import { messageOf } from './story.ts'
import type { Story } from './story.ts'

const developers: Readonly<Record<string, EmployeeKey>> = {
  Ledger: 'laura',
  Planr: 'rasmus',
  Webdesk: 'rasmus',
  Hosting: 'nikolaj',
}
const newcomers = { en: ['Alex', 'Maria', 'Chris'], da: ['Lone', 'Henning', 'Rikke'] } as const

/** The values of a case's slots, the same throughout its story. */
export function slotsOf(story: Story): SlotValues {
  const { scenario, customer, contact, colleague } = story.plan
  const isAlone = contacts.filter((one) => one.customerId === customerId(customer)).length === 1
  return {
    ...calendarSlots(story.at, scenario.language),
    customer: customerRow(customer).name,
    slug: customer,
    site: `${customer}.webdesk.example`,
    contact: firstNameOf(contact.name),
    contactFull: contact.name,
    colleague: isAlone ? story.random.pick(newcomers[scenario.language]) : firstNameOf(colleague.name),
    dev: firstNameOf(nameOf(developers[scenario.product ?? ''] ?? 'emil')),
    ...pickSlots(scenario.slots ?? {}, story.random),
  }
}

/** What the contact writes: a greeting and a signature where people write one. */
export function wordContact(story: Story, text: Text, values: SlotValues, isOpening: boolean): string {
  const { random, plan } = story
  const isDanish = plan.scenario.language === 'da'
  const staff = story.responsible === null ? '' : firstNameOf(nameOf(story.responsible))
  const body = fillText(text, { ...values, staff }, random)
  const first = firstNameOf(plan.contact.name)
  if (isOpening) {
    const greeting = isDanish
      ? random.pick(['Hej', 'Hej support', 'Kære alle'])
      : random.pick(['Hi', 'Hello', 'Hi all'])
    const ending = isDanish
      ? random.pick(['Venlig hilsen', 'Med venlig hilsen', 'Hilsen'])
      : random.pick(['Regards', 'Best regards', 'Kind regards', 'Thanks'])
    const name = random.chance(0.5) ? plan.contact.name : first
    return `${random.chance(0.75) ? `${greeting},\n\n` : ''}${body}${random.chance(0.8) ? `\n\n${ending},\n${name}` : ''}`
  }
  if (random.chance(0.5)) return body
  return `${body}\n\n${isDanish && random.chance(0.5) ? 'Hilsen ' : ''}${first}`
}

/** What an employee writes to the contact: by name, and signed. */
export function wordEmployee(story: Story, by: EmployeeKey, text: Text, values: SlotValues): string {
  const { random, plan } = story
  const isDanish = plan.scenario.language === 'da'
  const body = fillText(text, values, random)
  const first = firstNameOf(plan.contact.name)
  const greeting = isDanish ? `Hej ${first},` : random.pick([`Hi ${first},`, `Hi ${first},`, `Hello ${first},`])
  const ending = isDanish
    ? random.pick(['Venlig hilsen', 'De bedste hilsner'])
    : random.pick(['Best regards', 'Kind regards', 'Regards'])
  const me = firstNameOf(nameOf(by))
  const signature = random.chance(0.7) ? `${ending}\n${me}` : `/${me}`
  return `${greeting}\n\n${body}\n\n${signature}`
}

/** A message that shows a picture of the contact's screen. */
export function withPicture(story: Story, body: string, screen: Screen, values: SlotValues): DemoMessage {
  const fill = (text: string) => fillText(text, values, story.random)
  const isDanish = story.plan.scenario.language === 'da'
  const stamp = dayOf(story.at)
  const name = story.random.pick(
    isDanish
      ? [`Skærmbillede ${stamp}.png`, 'fejl.png', 'skærm.png']
      : [`Screenshot ${stamp}.png`, 'error.png', 'screenshot.png'],
  )
  const picture: DemoAttachment = {
    id: makeId(story.at, story.random),
    name,
    contentType: 'image/png',
    bytes: drawScreenshot({
      title: fill(screen.title),
      error: fill(screen.error),
      rows: (screen.rows ?? []).map(fill),
    }),
  }
  return { ...messageOf(story, `${body}\n\n![${name}](attachment:${picture.id})`), attachments: [picture] }
}

/** A log file for a message. */
export function logFile(story: Story, log: { name: string; text: string }, values: SlotValues): DemoAttachment {
  return {
    id: makeId(story.at, story.random),
    name: log.name,
    contentType: 'text/plain',
    bytes: new TextEncoder().encode(fillText(log.text, values, story.random)),
  }
}
