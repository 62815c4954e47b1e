import type { CaseGroup, CaseSort } from '@timedesk/contracts/work-list'
import { statusCategories } from '@timedesk/domain/helpdesk/status'
import type { Query, QueryNode } from '@timedesk/domain/query/query'
import type { ListWorld, OracleCase } from './list-world.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
const active = ['new', 'open', 'waiting_customer', 'waiting_third_party']

/** Whether a case is among those that a query asks for, found out one case at a time. */
export function holdsFor({ all }: Query, one: OracleCase, world: ListWorld, now: number): boolean {
  return all.every((node) => {
    const holds = nodeHolds(node, one, world, now)
    return node.isNegated ? !holds : holds
  })
}

function nodeHolds(node: QueryNode, one: OracleCase, world: ListWorld, now: number): boolean {
  switch (node.kind) {
    case 'group':
      return node.any.some((branch) => holdsFor(branch, one, world, now))
    case 'words':
      throw new Error('The oracle reads no words.')
    case 'term':
      return node.values.some((value) => {
        if (value.kind === 'is') return valueHolds(node.key, value.text, one, world, now)
        const own = node.key === 'number' ? one.number : ageOf(node.key, one, now)
        const least = value.kind === 'range' ? boundOf(value.from, -Infinity) : -Infinity
        const most = value.kind === 'range' ? boundOf(value.to, Infinity) : Infinity
        if (own === null) return false
        if (value.kind === 'range') return own >= least && own <= most
        return value.kind === 'below' ? own < boundOf(value.text, 0) : own > boundOf(value.text, 0)
      })
  }
}

/** How long ago it was, or how far ahead it lies. */
function ageOf(key: string, { createdAt, dueAt }: OracleCase, now: number): number | null {
  if (key === 'created') return now - createdAt
  return dueAt === null ? null : dueAt - now
}

function boundOf(text: string, open: number): number {
  if (text === '') return open
  const amount = Number.parseInt(text, 10)
  if (text.endsWith('h')) return amount * HOUR_MS
  return text.endsWith('d') ? amount * DAY_MS : amount
}

function valueHolds(key: string, text: string, one: OracleCase, world: ListWorld, now: number): boolean {
  const { agent, departments, types } = world
  const called = (name: string | null) => name?.toLowerCase() === text.toLowerCase()
  switch (key) {
    case 'status':
      return one.category === text
    case 'is':
      return stateHolds(text, one, agent.id, now)
    case 'responsible':
      if (text === 'none') return one.responsibleId === null
      return text === 'me' ? one.responsibleId === agent.id : called(one.responsibleName)
    case 'department': {
      const isRoot = text === 'mine' || text === 'Support'
      return isRoot ? departments.some(({ id }) => id === one.departmentId) : called(one.departmentName)
    }
    case 'type':
      if (text === 'none') return one.typeId === null
      return text === 'Incident' ? types.some(({ id }) => id === one.typeId) : called(one.typeName)
    case 'customer':
      return (
        called(one.customerName) ||
        world.customers.some((c) => `#${String(c.number)}` === text && c.id === one.customerId)
      )
    case 'tag':
      return one.tags.includes(text)
    case 'subject':
      return one.subject.toLowerCase().includes(text.toLowerCase())
    case 'number':
      return one.number === Number(text)
    case 'due':
      return one.dueAt === null
    default:
      throw new Error(`The oracle does not know ${key}.`)
  }
}

function stateHolds(word: string, { category, isUnread, responsibleId, dueAt }: OracleCase, me: string, now: number) {
  switch (word) {
    case 'active':
      return active.includes(category)
    case 'unread':
      return isUnread
    case 'unassigned':
      return responsibleId === null
    case 'mine':
      return responsibleId === me
    case 'breached':
      return dueAt !== null && dueAt <= now
    default:
      throw new Error(`The oracle does not know ${word}.`)
  }
}

type Key = (string | number | null)[]

/** The cases in the order of a sort within its groups, each with the key of its group. */
export function inOrder(cases: readonly OracleCase[], sort: CaseSort, group: CaseGroup | undefined, now: number) {
  const isDescending = sort.startsWith('-')
  const name = sort.replace('-', '')
  return cases
    .map((one) => ({ one, group: group === undefined ? null : groupOf(group, one, now) }))
    .toSorted((left, right) => {
      const byGroup = compare(left.group?.rank ?? [], right.group?.rank ?? [], false)
      if (byGroup !== 0) return byGroup
      const bySort = compare(sortOf(name, left.one), sortOf(name, right.one), isDescending)
      if (bySort !== 0) return bySort
      if (!['priority', 'customer', 'responsible', 'department', 'status', 'type'].includes(name))
        return compare([left.one.id], [right.one.id], isDescending)
      return compare([left.one.lastActivityAt, left.one.id], [right.one.lastActivityAt, right.one.id], true)
    })
    .map(({ one, group: own }) => ({ id: one.id, group: own?.key ?? null }))
}

function sortOf(name: string, one: OracleCase): Key {
  const lower = (text: string | null) => text?.toLowerCase() ?? null
  const values: Record<string, Key> = {
    lastActivityAt: [one.lastActivityAt],
    createdAt: [one.createdAt],
    solvedAt: [one.solvedAt],
    due: [one.dueAt],
    deadline: [one.dueAt],
    priority: [one.level],
    number: [one.number],
    subject: [lower(one.subject)],
    customer: [lower(one.customerName)],
    responsible: [lower(one.responsibleName)],
    department: [lower(one.departmentName)],
    status: [statusCategories.indexOf(one.category)],
    type: [lower(one.typeName)],
    estimate: [one.estimateMinutes],
  }
  const key = values[name]
  if (key === undefined) throw new Error(`The oracle cannot sort by ${name}.`)
  return key
}

function groupOf(group: CaseGroup, one: OracleCase, now: number): { rank: Key; key: string | null } {
  const named = (id: string | null): { rank: Key; key: string | null } => ({
    rank: [...sortOf(group, one), id],
    key: id,
  })
  switch (group) {
    case 'status':
      return named(one.statusId)
    case 'priority':
      return named(one.priorityId)
    case 'responsible':
      return named(one.responsibleId)
    case 'customer':
      return named(one.customerId)
    case 'department':
      return named(one.departmentId)
    case 'type':
      return named(one.typeId)
    case 'due': {
      const names = ['past', 'today', 'tomorrow', 'week', 'later', 'none']
      const rank = dueRank(one.dueAt, now)
      return { rank: [rank], key: names[rank] ?? null }
    }
  }
}

/** By days of Copenhagen, which is an hour ahead of the clock in March. */
function dueRank(dueAt: number | null, now: number): number {
  if (dueAt === null) return 5
  if (dueAt <= now) return 0
  const dayOf = (at: number) => Math.floor((at + HOUR_MS) / DAY_MS)
  const days = dayOf(dueAt) - dayOf(now)
  return days <= 1 ? days + 1 : days < 7 ? 3 : 4
}

/** What is missing comes last, whichever way the rest goes. */
function compare(left: Key, right: Key, isDescending: boolean): number {
  for (const [index, one] of left.entries()) {
    const other = right[index] ?? null
    if (one === other) continue
    if (one === null || other === null) return one === null ? 1 : -1
    return one < other === isDescending ? 1 : -1
  }
  return 0
}
