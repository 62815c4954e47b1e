import { contacts } from '../contacts.ts'
import { customerId, customerKeys, customerRow } from '../customers.ts'
import type { CustomerKey } from '../customers.ts'
import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'
import { scenarios } from '../scenarios/all.ts'
import type { Scenario } from '../scenarios/steps.ts'
import type { PriorityKey } from '../settings.ts'
import type { DemoContact } from '../shape.ts'
import { WORKING_DAY_MINUTES, dayOf } from '../working-time.ts'
import type { WorkingTime } from '../working-time.ts'
import type { CasePlan } from './plan.ts'

const CASES = 600
const RECENTLY_DONE = 25
const RECENT_DAYS = 12
const YEAR_WORKING_DAYS = 245
const PICTURES = 40
const LOGS = 12
const JULY = '07'
/** Weighs more than any use: two active cases about the same thing would be one too many. */
const TOLD_NOW = 1_000_000
/** In working minutes. */
const URGENT_AGE_MAX = 300
/** How many active cases stand where, with their age in working minutes. */
const activeMix = [
  { stand: 'queued', count: 9, youngest: 8, oldest: 300 },
  { stand: 'taken', count: 5, youngest: 30, oldest: 380 },
  { stand: 'open', count: 17, youngest: 240, oldest: 3400 },
  { stand: 'waiting_customer', count: 10, youngest: 300, oldest: 4300 },
  { stand: 'waiting_third_party', count: 4, youngest: 900, oldest: 4800 },
] as const
type Stand = (typeof activeMix)[number]['stand']

const activeWeights = customerKeys.flatMap((key) => Array<CustomerKey>(customerRow(key).weight).fill(key))
/** Of every so many open cases one is promised for the coming hour. */
const SOON_EVERY = 8
const PASSED_EVERY = 3
/** An open case has been quiet for some of these minutes of the office. */
const QUIET_MINUTES = { from: 5, to: 300 }
/** Of every so many active cases one is of Nordlys, whose people are the demo logins of the extranet. */
const NORDLYS_EVERY = 6

/** What happens in the demo's year: the cases that are done, then those that are active. */
export function planCases(random: Random, time: WorkingTime): CasePlan[] {
  const uses = new Map<string, number>()
  const plans: CasePlan[] = []
  const activeCount = activeMix.reduce((sum, { count }) => sum + count, 0)

  for (let index = 0; index < CASES - activeCount; index++) {
    const days = index < RECENTLY_DONE ? random.between(2, RECENT_DAYS) : pastDay(random, time)
    const customer = random.pick(activeWeights)
    const start = time.now - days * WORKING_DAY_MINUTES + random.between(-200, 200)
    plans.push(
      planOne(random, { customer, start, scenario: leastUsed(random, uses, customer, scenarios), stopAfter: null }),
    )
  }
  for (const { stand, count, youngest, oldest } of activeMix)
    for (let index = 0; index < count; index++) {
      const fitting = scenarios.filter((one) => stopsOf(one, stand).length > 0)
      const fresh = fitting.filter((one) => (uses.get(one.key) ?? 0) < TOLD_NOW)
      const customer = plans.length % NORDLYS_EVERY === 0 ? 'nordlys' : customerFor(random, fresh)
      const scenario = leastUsed(random, uses, customer, fitting)
      uses.set(scenario.key, (uses.get(scenario.key) ?? 0) + TOLD_NOW)
      const plan = planOne(random, {
        customer,
        start: time.now - ageOf(random, scenario, youngest, oldest),
        scenario,
        stopAfter: random.pick(stopsOf(scenario, stand)),
      })
      const deadline = deadlineOf(stand, index)
      plans.push({ ...plan, isTaken: stand === 'taken', deadline, quiet: quietOf(stand, { ...plan, deadline }) })
    }
  return withFiles(plans)
}

/** After how many steps a scenario stands so; none when it never does. */
function stopsOf({ steps, byPhone }: Scenario, stand: Stand): number[] {
  if (stand === 'queued') return byPhone === true || steps.length === 0 ? [] : [0]
  if (stand === 'taken') return [0]
  return steps.flatMap((step, index) => {
    const isLast = index === steps.length - 1
    if (step.kind === 'reply') return step.to === stand && !isLast ? [index + 1] : []
    if (steps[index + 1]?.kind === 'solve') return []
    const isOpen = step.kind === 'answer' || step.kind === 'note' || step.kind === 'hand'
    const wasAnswered = steps.slice(0, index).some((one) => one.kind === 'reply')
    const waits =
      step.kind !== 'answer' && steps.slice(0, index).some((one) => one.kind === 'reply' && one.to !== 'open')
    return stand === 'open' && isOpen && wasAnswered && !waits ? [index + 1] : []
  })
}

/** A customer that one of these conversations suits; any, when none does. */
function customerFor(random: Random, among: readonly Scenario[]): CustomerKey {
  const suited = activeWeights.filter((key) => among.some((one) => suits(key, one)))
  return random.pick(suited.length === 0 ? activeWeights : suited)
}

function suits(customer: CustomerKey, { language, product }: Scenario): boolean {
  const row = customerRow(customer)
  return row.language === language && (product === undefined || row.products.includes(product))
}

function ageOf(random: Random, scenario: Scenario, youngest: number, oldest: number): number {
  return isUrgent(scenario) ? random.between(Math.min(youngest, 60), URGENT_AGE_MAX) : random.between(youngest, oldest)
}

/** Work on what is open goes on; what was promised for a day that is over was let lie. */
function quietOf(stand: Stand, { seed, deadline }: CasePlan): number | null {
  return stand === 'open' && deadline !== 'passed'
    ? createRandom(seed).between(QUIET_MINUTES.from, QUIET_MINUTES.to)
    : null
}

/** Nobody lets these lie. */
function isUrgent({ priority, steps }: Scenario): boolean {
  return priority === 'Critical' || steps.some((step) => step.kind === 'priority')
}

function deadlineOf(stand: Stand, index: number): CasePlan['deadline'] {
  if (stand === 'queued' || stand === 'waiting_third_party') return 'none'
  if (stand === 'open' && index % SOON_EVERY === 1) return 'soon'
  if (stand === 'open' && index % PASSED_EVERY === 0) return 'passed'
  return index % 3 === 0 ? 'ahead' : 'none'
}

type Chosen = {
  customer: CustomerKey
  start: number
  scenario: Scenario
  stopAfter: number | null
}

function planOne(random: Random, chosen: Chosen): CasePlan {
  const people = contacts.filter((one) => one.customerId === customerId(chosen.customer))
  const contact = reporterOf(random, people, chosen.scenario)
  const others = people.filter((one) => one !== contact)
  return {
    ...chosen,
    seed: random.between(0, 2 ** 31),
    contact,
    colleague: random.pick(others.length === 0 ? people : others),
    product: chosen.scenario.product ?? null,
    priority: chosen.scenario.priority ?? usualPriority(random),
    isTaken: false,
    deadline: 'none',
    quiet: null,
    hasPicture: false,
    hasLog: false,
  }
}

/** Bookkeepers report what concerns books and invoices more often than others do. */
function reporterOf(random: Random, people: readonly DemoContact[], scenario: Scenario): DemoContact {
  const bookkeeper = people.find((one) => one.role === 'bookkeeper')
  const isAboutBooks = scenario.product === 'Ledger' || scenario.type === 'billing'
  return bookkeeper !== undefined && isAboutBooks && random.chance(0.5) ? bookkeeper : random.pick(people)
}

function usualPriority(random: Random): PriorityKey {
  const share = random.next()
  if (share < 0.1) return 'High'
  return share < 0.22 ? 'Low' : 'Normal'
}

/** Fewer cases in July, when Denmark is on holiday: the draw is made again for half of that time. */
function pastDay(random: Random, time: WorkingTime): number {
  const days = random.between(RECENT_DAYS + 2, YEAR_WORKING_DAYS)
  const month = dayOf(time.instantAt(time.now - days * WORKING_DAY_MINUTES)).slice(5, 7)
  return month === JULY && random.chance(0.5) ? random.between(RECENT_DAYS + 2, YEAR_WORKING_DAYS) : days
}

/** A conversation that this customer has had least often, in its language and about what it uses. */
function leastUsed(
  random: Random,
  uses: Map<string, number>,
  customer: CustomerKey,
  among: readonly Scenario[],
): Scenario {
  const fitting = among.filter((one) => suits(customer, one))
  const usesOf = (one: Scenario) => (uses.get(`${customer} ${one.key}`) ?? 0) * 1000 + (uses.get(one.key) ?? 0)
  const sorted = [...fitting].sort((a, b) => usesOf(a) - usesOf(b)).slice(0, 4)
  const limit = Math.min(...sorted.map(usesOf)) + TOLD_NOW / 2
  const scenario = random.pick(sorted.filter((one) => usesOf(one) < limit))
  uses.set(`${customer} ${scenario.key}`, (uses.get(`${customer} ${scenario.key}`) ?? 0) + 1)
  uses.set(scenario.key, (uses.get(scenario.key) ?? 0) + 1)
  return scenario
}

/** Pictures and logs go to the latest cases whose conversation has them. */
function withFiles(plans: readonly CasePlan[]): CasePlan[] {
  const latest = [...plans].sort((a, b) => b.start - a.start)
  const pictured = new Set(latest.filter((one) => one.scenario.screenshot !== undefined).slice(0, PICTURES))
  const logged = new Set(latest.filter((one) => one.scenario.log !== undefined).slice(0, LOGS))
  return plans.map((plan) => ({ ...plan, hasPicture: pictured.has(plan), hasLog: logged.has(plan) }))
}
