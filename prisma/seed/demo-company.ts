import { placeAgreements } from './agreements/place-agreements.ts'
import { planCases } from './cases/plan-cases.ts'
import type { CasePlan } from './cases/plan.ts'
import { withApprovals } from './cases/approvals.ts'
import { withDeskWork } from './cases/desk-work.ts'
import { serverChecks } from './cases/server-checks.ts'
import { tellCase } from './cases/tell-case.ts'
import { contacts } from './contacts.ts'
import { customerKeys, customers } from './customers.ts'
import type { DemoCaseWork } from './desk-shape.ts'
import { automationRulesAt, ruleRunsOf } from './dispatch/automation.ts'
import { absencesAt, employeeSkills, skills } from './dispatch/people.ts'
import { dispatchRules, withRules } from './dispatch/rules.ts'
import { customFields } from './fields/custom-fields.ts'
import { currencyRatesAt, invoicing } from './invoicing/company-terms.ts'
import { correctedInvoices } from './invoicing/corrected-invoices.ts'
import { habitsAt, monthEndsAt, monthlyInvoicing } from './invoicing/month-ends.ts'
import { thisMonth } from './invoicing/this-month.ts'
import { presentAt } from './present.ts'
import type { Present } from './present.ts'
import { priceClasses } from './price-classes.ts'
import { costRatesAt, rateCardsAt, serviceCalendarsAt } from './pricing.ts'
import { placeProjects, tasks } from './projects.ts'
import type { PlacedProject } from './projects.ts'
import { createRandom } from './random.ts'
import { activityTypes, caseTypes, priorities } from './settings.ts'
import type { DemoCase, DemoCompany, DemoLogin, DemoProject, DemoSeller } from './shape.ts'
import { policies } from './service-levels/policies.ts'
import { departments, employees } from './staff.ts'
import { cannedTexts } from './texts/canned-texts.ts'
import { macros } from './texts/macros.ts'
import { withClockTimes } from './work/clock-times.ts'
import { corrections } from './work/corrections.ts'
import { lockings } from './work/lockings.ts'
import { withNightWork } from './work/night-work.ts'
import { placeWork } from './work/place-work.ts'
import { WORKING_DAY_MINUTES } from './working-time.ts'
import type { WorkingTime } from './working-time.ts'
import { checklistTemplates } from './workflow/checklists.ts'
import { statuses } from './workflow/statuses.ts'
import { caseTemplates, recurringCasesAt } from './workflow/templates.ts'
import { workflowsAt } from './workflow/workflows.ts'
import { workspaceAt } from './workspace/workspace.ts'

const SEED = 20_190_301
const FIRST_CASE_NUMBER = 1001
const DAYS_EARLIER_MAX = 40
const EARLIER_FACTOR = 1.3
/** For so long there have been dispatch rules, in minutes of the office. */
const RULES_MINUTES = 60 * WORKING_DAY_MINUTES

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
  address: 'Havnepladsen 12',
  postalCode: '8000',
  city: 'Aarhus C',
  countryCode: 'DK',
  cvr: '40123456',
  vatId: 'DK40123456',
  currency: 'DKK',
  timeZone: 'Europe/Copenhagen',
  language: 'en',
  ratePerHour: 95_000,
  approvesTime: true,
}

/**
 * A software house and a year of its support, up to `now`: the same for the same moment. Nothing has happened after
 * it. Everybody of the staff is active.
 */
export function demoCompany(now: Date): DemoCompany {
  const present = presentAt(now)
  const placed = placeProjects(now)
  const desk = deskAt(present)
  const told = planCases(createRandom(SEED), present.time).map((plan) => tellInTime(plan, present.time, placed, now))
  const worked = withRules(withApprovals(withDeskWork(told, now), now), present.officeAgo(RULES_MINUTES))
  const checks = desk.recurringCases.map((recurring) => serverChecks(recurring, present))
  const all = [...worked, ...checks.flatMap((check) => check.cases)]
  const cases = withClockTimes(withNightWork(numbered(all), present))
  const projects = placed.map(toProject)
  const settled = placeAgreements({ present, cases })
  const time = placeWork(cases, projects, present)
  return {
    company: seller,
    invoicing,
    currencyRates: currencyRatesAt(present),
    habits: habitsAt(present, customerKeys),
    departments,
    employees,
    priceClasses,
    rateCards: rateCardsAt(present),
    serviceCalendars: serviceCalendarsAt(present),
    costRates: costRatesAt(present),
    activityTypes,
    caseTypes,
    priorities,
    statuses,
    customers,
    contacts,
    projects,
    tasks,
    ...settled,
    ...desk,
    workspace: workspaceAt(present),
    recurringRuns: checks.flatMap(({ runs }) => runs),
    ruleRuns: ruleRunsOf(cases, desk.automationRules),
    cases,
    ...time,
    deeds: [
      ...settled.deeds,
      ...corrections(cases, time.work, present),
      ...lockings(present),
      ...monthlyInvoicing(present),
      ...correctedInvoices(monthEndsAt(present), present),
      ...thisMonth(present),
    ].sort(byMoment),
  }
}

/** What the help desk goes by. */
function deskAt(present: Present) {
  return {
    workflows: workflowsAt(present),
    customFields,
    checklistTemplates,
    caseTemplates,
    recurringCases: recurringCasesAt(present),
    policies,
    skills,
    employeeSkills,
    absences: absencesAt(present),
    dispatchRules,
    automationRules: automationRulesAt(present),
    macros,
    cannedTexts,
  }
}

function numbered(told: Unnumbered[]): DemoCase[] {
  return told
    .sort((a, b) => createdAt(a) - createdAt(b))
    .map((one, index) => ({ ...one, number: FIRST_CASE_NUMBER + index }))
}

function byMoment(one: { at: Date }, other: { at: Date }): number {
  return one.at.getTime() - other.at.getTime()
}

type Unnumbered = Omit<DemoCase, 'number'>

function createdAt({ happenings }: Unnumbered): number {
  return happenings[0]?.at.getTime() ?? 0
}

/** A story that would not be over by today begins a working day earlier, and so on. */
function tellInTime(
  plan: CasePlan,
  time: WorkingTime,
  projects: readonly PlacedProject[],
  today: Date,
): Omit<Unnumbered, keyof DemoCaseWork> {
  for (let days = 0; days <= DAYS_EARLIER_MAX; days++) {
    const start = plan.start - days * WORKING_DAY_MINUTES
    const told = tellCase({ ...plan, start }, time, projects, today)
    if (told !== null) return tellLater({ ...plan, start }, time, projects, today) ?? told
  }
  throw new RangeError(`The conversation ${plan.scenario.key} takes too long.`)
}

/** The same story begun so late that nothing has happened since for as long as was planned; null when that is not to be had. */
function tellLater(plan: CasePlan, time: WorkingTime, projects: readonly PlacedProject[], today: Date) {
  if (plan.quiet === null) return null
  const quietSince = new Date(time.instantAt(time.now - plan.quiet))
  const tellFrom = (start: number, hasPicture: boolean) => {
    const told = tellCase({ ...plan, start, hasPicture }, time, projects, today)
    return told?.happenings.every(({ at }) => at <= quietSince) === true ? told : null
  }
  for (let earlier = plan.quiet; time.now - earlier > plan.start; earlier *= EARLIER_FACTOR) {
    const start = Math.round(time.now - earlier)
    // Drawing a picture takes longer than telling all the rest.
    const told = tellFrom(start, false)
    if (told !== null) return plan.hasPicture ? tellFrom(start, true) : told
  }
  return null
}

function toProject({ product: _product, from: _from, to: _to, ...project }: PlacedProject): DemoProject {
  return project
}
