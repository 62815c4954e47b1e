import { addDays, mondayOf, weekdayOf } from '@timedesk/domain/calendar/days'
import { customerId, customerKeys, customerRow } from '../customers.ts'
import { makeId } from '../make-id.ts'
import { instantOf, isOfficeDay } from '../present.ts'
import type { Present } from '../present.ts'
import { tasks } from '../projects.ts'
import { createRandom, seedOf } from '../random.ts'
import type { Random } from '../random.ts'
import { activityId } from '../settings.ts'
import type { DemoCase, DemoProject } from '../shape.ts'
import { employeeId, employeeKeys, workingMinutesOf } from '../staff.ts'
import type { EmployeeKey } from '../staff.ts'
import type { DemoTime, DemoWork } from '../time-shape.ts'
import { internalTexts, projectsOf, taskTexts } from './texts.ts'

/** For how long all hours are registered: before, only those on cases. */
export const FULL_WEEKS = 13
const STEP_MINUTES = 15
const PROJECT_CHANCE = 0.85
const PROJECT_SHARE = [60, 95] as const
const AFTERNOON = '15:35'
const languageOf = new Map(customerKeys.map((key) => [customerId(key), customerRow(key).language]))

/** What people registered beside their cases: projects and internal work, so that their days come to their hours. */
export function fillDays(cases: readonly DemoCase[], projects: readonly DemoProject[], present: Present): DemoWork[] {
  const onCases = minutesByDay(cases)
  const work: DemoWork[] = []
  for (let day = addDays(mondayOf(present.today), -7 * FULL_WEEKS); day <= present.today; day = addDays(day, 1)) {
    if (!isOfficeDay(day)) continue
    for (const key of employeeKeys) {
      const taken = onCases.get(`${employeeId(key)} ${day}`) ?? 0
      work.push(...fillDay(key, day, taken, projects))
    }
  }
  return work.filter(({ at }) => at <= present.now)
}

function minutesByDay(cases: readonly DemoCase[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { happenings } of cases)
    for (const it of happenings) {
      if (it.kind !== 'time') continue
      const key = `${it.entry.employeeId} ${it.entry.workDate}`
      sums.set(key, (sums.get(key) ?? 0) + it.entry.minutes)
    }
  return sums
}

function fillDay(key: EmployeeKey, day: string, taken: number, projects: readonly DemoProject[]): DemoWork[] {
  const random = createRandom(seedOf(`day of ${key} ${day}`))
  const hours = workingMinutesOf(key)[weekdayOf(day) - 1] ?? 0
  const rest = whole(hours + random.between(-30, 45) - taken)
  if (rest < STEP_MINUTES) return []

  const at = instantOf(day, AFTERNOON).getTime() + random.between(0, 1500) * 1000
  const project = projectOn(key, day, projects, random)
  const onProject = project === null ? 0 : whole((rest * random.between(...PROJECT_SHARE)) / 100)
  const inside = rest - onProject
  return [
    ...(project === null || onProject === 0 ? [] : [projectWork({ key, day, at, random }, project, onProject)]),
    ...(inside === 0 ? [] : [internalWork({ key, day, at: at + 60_000, random }, inside)]),
  ]
}

function whole(minutes: number): number {
  return Math.round(minutes / STEP_MINUTES) * STEP_MINUTES
}

function projectOn(
  key: EmployeeKey,
  day: string,
  projects: readonly DemoProject[],
  random: Random,
): DemoProject | null {
  const names = projectsOf[key] ?? []
  const running = projects.filter(
    ({ name, startsOn, endsOn }) => names.includes(name) && startsOn <= day && (endsOn === null || day <= endsOn),
  )
  return running.length === 0 || !random.chance(PROJECT_CHANCE) ? null : random.pick(running)
}

type Worked = { key: EmployeeKey; day: string; at: number; random: Random }

/** Work on a task of a project, which is what its customer pays for. */
export function projectWork({ key, day, at, random }: Worked, project: DemoProject, minutes: number): DemoWork {
  const own = tasks.filter(({ projectId }) => projectId === project.id)
  const task = random.pick(own)
  const texts = taskTexts[languageOf.get(project.customerId) ?? 'en'][own.indexOf(task)] ?? ['']
  return {
    ...timeOf({ key, day, at, random }, minutes),
    at: new Date(at),
    activityTypeId: activityId('project'),
    isBillable: true,
    customerText: random.pick(texts),
    customerId: project.customerId,
    projectId: project.id,
    taskId: task.id,
  }
}

function internalWork(worked: Worked, minutes: number): DemoWork {
  return {
    ...timeOf(worked, minutes),
    at: new Date(worked.at),
    internalText: worked.random.pick(internalTexts[worked.key]),
    customerId: null,
    projectId: null,
    taskId: null,
  }
}

function timeOf({ key, day, at, random }: Worked, minutes: number): DemoTime {
  return {
    id: makeId(at, random),
    employeeId: employeeId(key),
    message: null,
    activityTypeId: activityId('internal'),
    workDate: day,
    bookedOn: day,
    startedAt: null,
    endedAt: null,
    minutes,
    isBillable: false,
    customerText: '',
    internalText: '',
  }
}
