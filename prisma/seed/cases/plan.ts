import type { PriorityKey } from '../settings.ts'
import type { Scenario } from '../scenarios/steps.ts'
import type { DemoContact, ProductName } from '../shape.ts'
import type { CustomerKey } from '../customers.ts'

/** What a case is going to be, before its story is told. */
export type CasePlan = {
  seed: number
  scenario: Scenario
  customer: CustomerKey
  contact: DemoContact
  /** Another person of the customer, for the texts. */
  colleague: DemoContact
  product: ProductName | null
  priority: PriorityKey
  /** The position in working time at which it is reported. */
  start: number
  /** Null tells the whole story; a number stops after so many steps, and the case is still active. */
  stopAfter: number | null
  /** An active case that nobody has answered may have been taken, or wait in its queue. */
  isTaken: boolean
  deadline: 'none' | 'passed' | 'ahead' | 'soon'
  /** How long nothing has happened, in minutes of the office; null: for as long as its start has it. */
  quiet: number | null
  hasPicture: boolean
  hasLog: boolean
}
