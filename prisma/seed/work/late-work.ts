import { addDays, addMonths, firstOfMonth } from '@timedesk/domain/calendar/days'
import { instantOf, officeDayUpTo } from '../present.ts'
import type { Present } from '../present.ts'
import { createRandom, seedOf } from '../random.ts'
import type { DemoProject } from '../shape.ts'
import type { EmployeeKey } from '../staff.ts'
import type { DemoWork } from '../time-shape.ts'
import { projectWork } from './fill-days.ts'

/** Who forgot how many minutes of a project, on which day of which month; it was registered in the month after. */
type Forgotten = [key: EmployeeKey, project: string, monthsAgo: number, dayOfMonth: number, minutes: number]
const forgotten: readonly Forgotten[] = [
  ['rasmus', 'Selvbetjening for forbrugere', 3, 26, 90],
  ['laura', 'ERP integration', 2, 25, 120],
  ['jonas', 'Port calls in Planr', 2, 27, 45],
]
const FOUND_ON_DAY = 8

/** Work that was remembered when its month was closed: it keeps its day and is booked in the month after. */
export function lateWork(projects: readonly DemoProject[], { today }: Present): DemoWork[] {
  return forgotten.map(([key, name, monthsAgo, dayOfMonth, minutes]) => {
    const month = addMonths(firstOfMonth(today), -monthsAgo)
    const bookedOn = addMonths(month, 1)
    const day = officeDayUpTo(addDays(month, dayOfMonth - 1))
    const project = projects.find((one) => one.name === name)
    if (project === undefined) throw new RangeError(`There is no project ${name}`)
    const random = createRandom(seedOf(`late ${key} ${day}`))
    const at =
      instantOf(officeDayUpTo(addDays(bookedOn, FOUND_ON_DAY - 1)), '09:20').getTime() + random.between(1, 900) * 1000
    return { ...projectWork({ key, day, at, random }, project, minutes), bookedOn }
  })
}
