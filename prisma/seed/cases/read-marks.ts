import { isActive } from '@timedesk/domain/helpdesk/status'
import { contacts } from '../contacts.ts'
import { departmentOf, employees, employeeId } from '../staff.ts'
import type { EmployeeKey } from '../staff.ts'
import type { DemoCase, DemoHappening, DemoReadMark } from '../shape.ts'
import type { Story } from './story.ts'

const UNREAD_SHARE = 0.5
const OUTSIDER_SHARE = 0.75

/**
 * Who has seen what: cases that are done by everybody; of active ones about half still hold something new from the
 * other party, for all of that side who may see it.
 */
export function placeReadMarks(story: Story, today: Date): DemoCase['readMarks'] {
  const seen = new Date(Math.min(story.at + 60_000, today.getTime()))
  const readers = readersOf(story)
  if (!isActive(story.status))
    return {
      employees: readers.employees.map((id) => ({ id, at: seen })),
      contacts: readers.contacts.map((id) => ({ id, at: seen })),
    }

  const last = story.happenings.findLast(isPublic)
  const isFromContact = last?.actor.kind === 'contact'
  const isNews = story.random.chance(UNREAD_SHARE)
  const before = last === undefined ? null : (story.happenings.findLast((one) => one.at < last.at)?.at ?? null)
  const marks = (ids: readonly string[], isUnread: boolean): DemoReadMark[] => {
    if (!isUnread) return ids.map((id) => ({ id, at: seen }))
    return before === null ? [] : ids.map((id) => ({ id, at: before }))
  }
  return {
    employees: [
      ...marks(readers.near, isFromContact && isNews),
      ...marks(
        readers.far.filter(() => story.random.chance(OUTSIDER_SHARE)),
        false,
      ),
    ],
    contacts: marks(readers.contacts, !isFromContact && isNews),
  }
}

function isPublic(one: DemoHappening): boolean {
  return one.kind === 'created' || one.kind === 'reply'
}

function readersOf(story: Story) {
  const isNear = (id: string) => nearIds(story).has(id)
  const ids = employees.map((employee) => employee.id)
  return {
    employees: ids,
    near: ids.filter(isNear),
    far: ids.filter((id) => !isNear(id)),
    contacts: contacts
      .filter((one) => one.customerId === story.plan.contact.customerId)
      .filter((one) => one.seesAllCases || one.id === story.plan.contact.id)
      .map((one) => one.id),
  }
}

const everyone: readonly EmployeeKey[] = [
  'mette',
  'sofie',
  'jonas',
  'emil',
  'laura',
  'rasmus',
  'nikolaj',
  'admin',
  'karen',
]

function nearIds(story: Story): Set<string> {
  const near = everyone.filter((key) => key === story.responsible || departmentOf(key) === story.department)
  return new Set(near.map(employeeId))
}
