import { activeCategories, isActive } from '@timedesk/domain/helpdesk/status'
import type { CaseStatus, StatusCategory } from '@timedesk/domain/helpdesk/status'
import { mayMake } from '@timedesk/domain/workflow/may-make'
import type { Mover } from '@timedesk/domain/workflow/may-make'
import { transitionBetween, workflowOf } from '@timedesk/domain/workflow/workflow'
import { describe, expect, test } from 'vitest'
import { demoCompany } from './demo-company.ts'
import { scenarios } from './scenarios/all.ts'
import type { DemoCase, DemoHappening } from './shape.ts'
import { statusId } from './workflow/statuses.ts'

const today = new Date('2026-11-23T14:20:00Z')
const company = demoCompany(today)
const statusById = new Map<string, CaseStatus>(company.statuses.map((one) => [one.id, one]))
const people = new Set(company.employees.map((one) => one.id))

const statusOf = (id: string): CaseStatus => {
  const status = statusById.get(id)
  if (status === undefined) throw new Error(`No status ${id}.`)
  return status
}
const endOf = (one: DemoCase): StatusCategory =>
  one.happenings.reduce<StatusCategory>((was, it) => ('statusId' in it ? statusOf(it.statusId).category : was), 'new')
const active = company.cases.filter((one) => isActive(endOf(one)))

describe('the history of the demo company', () => {
  test('lies in the last year, in order of time, and nothing is later than today', () => {
    const yearAgo = new Date('2025-11-01T00:00:00Z')
    const wrong = company.cases.filter((one) => {
      const moments = one.happenings.map((it) => it.at.getTime())
      const isSorted = moments.every((at, index) => index === 0 || at >= (moments[index - 1] ?? 0))
      return !isSorted || Math.min(...moments) < yearAgo.getTime() || Math.max(...moments) > today.getTime()
    })

    expect(wrong.map((one) => one.subject)).toEqual([])
    expect(company.cases.map((one) => one.happenings[0]?.kind)).toEqual(Array(company.cases.length).fill('created'))
  })

  test('numbers the cases in the order in which they were reported', () => {
    const starts = company.cases.map((one) => one.happenings[0]?.at.getTime() ?? 0)

    expect(company.cases.map((one) => one.number)).toEqual(starts.map((_, index) => 1001 + index))
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })

  test('moves cases only as the rules allow', () => {
    expect(company.cases.flatMap(illegalMoves)).toEqual([])
  })

  test('lets nobody speak on a case but its own contact and the staff', () => {
    const strangers = company.cases.flatMap((one) =>
      one.happenings.filter(({ actor }) => {
        if (actor.kind === 'contact') return actor.id !== one.contactId
        return actor.kind === 'employee' && !people.has(actor.id)
      }),
    )

    expect(strangers).toEqual([])
  })

  test('lets only the staff write notes, hand cases on and register time', () => {
    const internal = new Set<DemoHappening['kind']>(['note', 'dispatch', 'time', 'changed'])
    const happenings = company.cases.flatMap((one) => one.happenings)

    expect(happenings.filter((it) => internal.has(it.kind) && it.actor.kind !== 'employee')).toEqual([])
  })

  test('registers time with messages of the same case, in believable amounts', () => {
    const stray = company.cases.flatMap((one) => {
      const messages = new Set(
        one.happenings.flatMap((it) => (it.kind === 'reply' || it.kind === 'note' ? [it.id] : [])),
      )
      return one.happenings.filter(
        (it) =>
          it.kind === 'time' &&
          ((it.entry.message !== null && !messages.has(it.entry.message.id)) ||
            it.entry.minutes < 5 ||
            it.entry.minutes > 180),
      )
    })

    expect(stray).toEqual([])
  })

  test('leaves about forty-five cases active, in a mix of all kinds', () => {
    const overdue = active.filter((one) => one.deadline !== null && one.deadline < today)
    const queued = active.filter((one) => one.happenings.length === 1)

    expect(active.length).toBeGreaterThanOrEqual(40)
    expect(active.length).toBeLessThanOrEqual(50)
    expect([...new Set(active.map(endOf))].sort()).toEqual([...activeCategories].sort())
    expect(overdue.length).toBeGreaterThan(3)
    expect(queued.length).toBeGreaterThan(3)
  })

  test('tells cases that were reopened, cancelled, handed on and made more urgent', () => {
    const reopened = company.cases.filter((one) => {
      const path = one.happenings.flatMap((it) => ('statusId' in it ? [statusOf(it.statusId).category] : []))
      return path.some((category, index) => category === 'open' && path[index - 1] === 'solved')
    })
    const has = (test: (it: DemoHappening) => boolean) => company.cases.filter((one) => one.happenings.some(test))

    expect(reopened.length).toBeGreaterThan(20)
    expect(has((it) => it.kind === 'dispatch' && it.responsibleId === null).length).toBeGreaterThan(40)
    expect(has((it) => it.kind === 'changed' && it.field === 'priority').length).toBeGreaterThan(20)
    expect(company.cases.filter((one) => endOf(one) === 'cancelled').length).toBeGreaterThan(5)
  })

  test('knows many conversations, in both languages', () => {
    expect(scenarios.filter((one) => one.language === 'en').length).toBeGreaterThanOrEqual(30)
    expect(scenarios.filter((one) => one.language === 'da').length).toBeGreaterThanOrEqual(15)
    expect(new Set(scenarios.map((one) => one.key)).size).toBe(scenarios.length)
  })
})

function illegalMoves(one: DemoCase): string[] {
  const workflow = workflowFor(one)
  const wrong: string[] = []
  let status = statusOf(statusId('new'))
  for (const it of one.happenings) {
    if (!('statusId' in it) || it.kind === 'created') continue
    const to = statusOf(it.statusId)
    const isMade = to.id === status.id || (it.kind === 'reply' && isAutomatic(it, status, to))
    const transition = transitionBetween(workflow, status, to)
    if (!isMade && (transition === null || !mayMake(transition, moverOf(it))))
      wrong.push(`${one.subject}: ${status.name} to ${to.name} by ${it.actor.kind}`)
    status = to
  }
  return wrong
}

/** A reply of the contact opens what waited for it. */
function isAutomatic(it: DemoHappening, from: CaseStatus, to: CaseStatus): boolean {
  return it.actor.kind === 'contact' && to.category === 'open' && from.category !== 'open'
}

/** As the workflow of the type of the case, or of the type above it, has been since its latest version. */
function workflowFor({ typeId }: DemoCase) {
  const typeOf = (id: string | null) => company.caseTypes.find((type) => type.id === id)
  const type = typeOf(typeId)
  const id = type?.workflowId ?? typeOf(type?.parentId ?? null)?.workflowId ?? null
  const found = company.workflows.find((one) => (id === null ? one.isDefault : one.id === id))
  const definition = found?.versions.at(-1)?.definition
  if (definition === undefined) throw new Error('No workflow.')
  return workflowOf(definition, company.statuses)
}

function moverOf({ actor }: DemoHappening): Mover {
  if (actor.kind === 'system') return { kind: 'system' }
  if (actor.kind === 'contact') return { kind: 'contact' }
  const role = company.employees.find(({ id }) => id === actor.id)?.role ?? 'agent'
  return { kind: 'staff', role, isResponsible: false }
}
