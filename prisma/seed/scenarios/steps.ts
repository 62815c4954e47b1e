import type { Language, ProductName } from '../shape.ts'
import type { ActivityKey, CaseTypeKey, PriorityKey } from '../settings.ts'
import type { DepartmentKey } from '../staff.ts'

/** Values of which each case gets one, or a span of whole numbers. */
export type Slot = readonly string[] | { from: number; to: number }

/**
 * A conversation as it could happen at several customers. Texts hold slots like `{invoice}`, and choices like
 * `[[one|another]]`. Greetings and signatures are added by whoever tells it.
 */
export type Scenario = {
  key: string
  language: Language
  type: CaseTypeKey
  product?: ProductName
  priority?: PriorityKey
  tags?: readonly string[]
  /** Taken on the phone: the opening is an employee's summary. */
  byPhone?: boolean
  slots?: Readonly<Record<string, Slot>>
  subject: string
  opening: Text
  screenshot?: Screen
  log?: { name: string; text: string }
  steps: readonly Step[]
}

/** Paragraphs. */
export type Text = string | readonly string[]

/** What a picture of the screen shows. */
export type Screen = {
  title: string
  error: string
  rows?: readonly string[]
}

/** Time spent: about so many minutes, doing what, and the line for the customer. */
export type Effort = {
  minutes: number
  activity: ActivityKey
  text: string
}

export type Step =
  | { kind: 'answer'; body: Text; screenshot?: Screen }
  | { kind: 'reply'; body: Text; to: 'open' | 'waiting_customer' | 'waiting_third_party' | 'solved'; effort?: Effort }
  | { kind: 'note'; body: Text; effort?: Effort }
  | { kind: 'hand'; to: DepartmentKey; comment: string }
  | { kind: 'priority'; to: PriorityKey }
  | { kind: 'solve'; effort?: Effort }
  | { kind: 'confirm' }
  | { kind: 'cancel'; reason: string }

export const code = (text: string) => `\`\`\`\n${text}\n\`\`\``
export const spent = (minutes: number, activity: ActivityKey, text: string): Effort => ({ minutes, activity, text })

const withEffort = (effort?: Effort) => (effort === undefined ? {} : { effort })

/** The contact writes; a case that waited for the customer, or was solved, is open again. */
export const answers = (body: Text, screenshot?: Screen): Step => ({
  kind: 'answer',
  body,
  ...(screenshot !== undefined && { screenshot }),
})
/** An employee writes and waits for the answer. */
export const asks = (body: Text, effort?: Effort): Step => ({
  kind: 'reply',
  body,
  to: 'waiting_customer',
  ...withEffort(effort),
})
/** An employee writes and works on. */
export const tells = (body: Text, effort?: Effort): Step => ({ kind: 'reply', body, to: 'open', ...withEffort(effort) })
/** An employee writes and waits for somebody else. */
export const waits = (body: Text, effort?: Effort): Step => ({
  kind: 'reply',
  body,
  to: 'waiting_third_party',
  ...withEffort(effort),
})
/** An employee writes the solution. */
export const solves = (body: Text, effort?: Effort): Step => ({
  kind: 'reply',
  body,
  to: 'solved',
  ...withEffort(effort),
})
export const notes = (body: Text, effort?: Effort): Step => ({ kind: 'note', body, ...withEffort(effort) })
/** To another department's queue. */
export const hands = (to: DepartmentKey, comment: string): Step => ({ kind: 'hand', to, comment })
export const raisesTo = (to: PriorityKey): Step => ({ kind: 'priority', to })
/** Solved without another word. */
export const solvesQuietly = (effort?: Effort): Step => ({ kind: 'solve', ...withEffort(effort) })
/** The contact confirms the solution. */
export const confirms = (): Step => ({ kind: 'confirm' })
export const cancels = (reason: string): Step => ({ kind: 'cancel', reason })
