import { agreements } from './agreements.ts'
import { planCases } from './cases/plan-cases.ts'
import type { CasePlan } from './cases/plan.ts'
import { tellCase } from './cases/tell-case.ts'
import { contacts } from './contacts.ts'
import { customers } from './customers.ts'
import { placeProjects } from './projects.ts'
import type { PlacedProject } from './projects.ts'
import { createRandom } from './random.ts'
import { activityTypes, caseTypes, priorities, statuses } from './settings.ts'
import type { DemoCase, DemoCompany, DemoLogin, DemoProject, DemoSeller } from './shape.ts'
import { departments, employees } from './staff.ts'
import { WORKING_DAY_MINUTES, createWorkingTime } from './working-time.ts'
import type { WorkingTime } from './working-time.ts'

const SEED = 20_190_301
const FIRST_CASE_NUMBER = 1001
const DAYS_EARLIER_MAX = 40

/** Everybody's password in the demo company. */
export const demoPassword = 'fjordbyte-demo-2026'

const contactLogins = ['anna@nordlys.example', 'peter@nordlys.example', 'birgit@nordlys.example']

/** Who may sign in to look around: the whole staff, and three people of one customer. */
export const demoLogins: readonly DemoLogin[] = [
  ...employees.map(({ name, email, role }) => ({ name, email, role, app: 'desk' as const })),
  ...contacts
    .filter(({ email }) => contactLogins.includes(email))
    .map(({ name, email, role }) => ({ name, email, role, app: 'extranet' as const })),
]

const seller: DemoSeller = {
  name: 'Fjordbyte',
  address: 'Havnepladsen 12\n8000 Aarhus C',
  countryCode: 'DK',
  cvr: '40123456',
  vatId: 'DK40123456',
  currency: 'DKK',
  timeZone: 'Europe/Copenhagen',
  language: 'en',
  ratePerHour: 95_000,
}

/**
 * A software house and a year of its support, up to `today`: the same for the same moment. Nothing is later than
 * `today`. Everybody of the staff is active.
 */
export function demoCompany(today: Date): DemoCompany {
  const time = createWorkingTime(today)
  const placed = placeProjects(today)
  const told = planCases(createRandom(SEED), time).map((plan) => tellInTime(plan, time, placed, today))
  return {
    company: seller,
    departments,
    employees,
    activityTypes,
    caseTypes,
    priorities,
    statuses,
    customers,
    contacts,
    projects: placed.map(toProject),
    agreements,
    cases: told
      .sort((a, b) => createdAt(a) - createdAt(b))
      .map((one, index) => ({ ...one, number: FIRST_CASE_NUMBER + index })),
  }
}

type Unnumbered = Omit<DemoCase, 'number'>

function createdAt({ happenings }: Unnumbered): number {
  return happenings[0]?.at.getTime() ?? 0
}

/** A story that would not be over by today begins a working day earlier, and so on. */
function tellInTime(plan: CasePlan, time: WorkingTime, projects: readonly PlacedProject[], today: Date): Unnumbered {
  for (let days = 0; days <= DAYS_EARLIER_MAX; days++) {
    const start = plan.start - days * WORKING_DAY_MINUTES
    const told = tellCase({ ...plan, start }, time, projects, today)
    if (told !== null) return told
  }
  throw new RangeError(`The conversation ${plan.scenario.key} takes too long.`)
}

function toProject({ product: _product, from: _from, to: _to, ...project }: PlacedProject): DemoProject {
  return project
}
