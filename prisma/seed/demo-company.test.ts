import { describe, expect, test } from 'vitest'
import { demoCompany, demoLogins, demoPassword } from './demo-company.ts'
import type { DemoAttachment, DemoCase, DemoCompany, DemoHappening } from './shape.ts'

const today = new Date('2026-11-23T14:20:00Z')
const company = demoCompany(today)

const filesOf = (one: DemoHappening): DemoAttachment[] => {
  if (one.kind === 'created') return one.reply.attachments
  return one.kind === 'reply' || one.kind === 'note' ? one.attachments : []
}
const allFiles = (from: DemoCompany) => from.cases.flatMap((one) => one.happenings.flatMap(filesOf))
const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map((row) => row.id))
const outside = (ids: readonly (string | null)[], known: ReadonlySet<string>) =>
  ids.filter((id) => id !== null && !known.has(id))

describe('the demo company', () => {
  test('has the size that was asked for', () => {
    const roots = company.departments.filter((one) => one.parentId === null)

    expect(company.employees).toHaveLength(10)
    expect(company.customers).toHaveLength(25)
    expect(company.contacts).toHaveLength(60)
    expect(company.projects).toHaveLength(12)
    expect(company.cases).toHaveLength(605)
    expect(roots.map((one) => one.name)).toEqual(['Fjordbyte'])
    expect(levelsOf(company)).toBe(3)
  })

  test('has every role, statuses of each category, and one default priority', () => {
    expect([...new Set(company.employees.map((one) => one.role))].sort()).toEqual([
      'administrator',
      'agent',
      'finance',
      'lead',
      'manager',
    ])
    expect([...new Set(company.contacts.map((one) => one.role))].sort()).toEqual(['bookkeeper', 'manager', 'requester'])
    expect(new Set(company.statuses.map((one) => one.category)).size).toBe(7)
    expect(company.priorities.filter((one) => one.isDefault).map((one) => one.name)).toEqual(['Normal'])
  })

  test('is the same twice for the same day, to the last byte', () => {
    const again = demoCompany(today)
    const bytes = (from: DemoCompany) => allFiles(from).map((file) => Buffer.from(file.bytes).toString('base64'))

    expect(bytes(again)).toEqual(bytes(company))
    expect(withoutBytes(again)).toEqual(withoutBytes(company))
  })

  test('gives no id and no mail address twice', () => {
    const messages = company.cases.flatMap((one) =>
      one.happenings.flatMap((it) => {
        if (it.kind === 'created') return [it.reply.id]
        if (it.kind === 'time') return [it.entry.id]
        return it.kind === 'reply' || it.kind === 'note' ? [it.id] : []
      }),
    )
    const staff = [...company.departments, ...company.employees].map((one) => one.id)
    const { activityTypes, caseTypes, priorities, statuses, priceClasses, rateCards, serviceCalendars } = company
    const settings = [
      activityTypes,
      caseTypes,
      priorities,
      statuses,
      priceClasses,
      rateCards,
      serviceCalendars,
    ].flatMap((rows) => rows.map((one) => one.id))
    const ids = [
      ...staff,
      ...settings,
      ...[...company.customers, ...company.contacts, ...company.projects, ...company.agreements].map((one) => one.id),
      ...[...company.tasks, ...company.planLines, ...company.work].map((one) => one.id),
      ...rateCards.flatMap(({ rows }) => rows.map((one) => one.id)),
      ...company.cases.map((one) => one.id),
      ...messages,
      ...allFiles(company).map((file) => file.id),
    ]
    const mails = [...company.employees, ...company.contacts].map((one) => one.email)

    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(mails).size).toBe(70)
  })

  test('refers to nothing that is not there', () => {
    const employees = idsOf(company.employees)
    const departments = idsOf(company.departments)

    expect(
      outside(
        company.departments.map((one) => one.parentId),
        departments,
      ),
    ).toEqual([])
    expect(
      outside(
        company.employees.map((one) => one.departmentId),
        departments,
      ),
    ).toEqual([])
    expect(
      outside(
        company.caseTypes.map((one) => one.parentId),
        idsOf(company.caseTypes),
      ),
    ).toEqual([])
    expect(
      outside(
        company.caseTypes.map((one) => one.departmentId),
        departments,
      ),
    ).toEqual([])
    expect(
      outside(
        company.customers.map((one) => one.accountManagerId),
        employees,
      ),
    ).toEqual([])
    expect(
      outside(
        company.contacts.map((one) => one.customerId),
        idsOf(company.customers),
      ),
    ).toEqual([])
    expect(
      outside(
        company.cases.map((one) => one.typeId),
        idsOf(company.caseTypes),
      ),
    ).toEqual([])
    expect(
      outside(
        company.cases.map((one) => one.priorityId),
        idsOf(company.priorities),
      ),
    ).toEqual([])
  })

  test('keeps contact, project and agreement of a case with its customer', () => {
    const owners = new Map(
      [...company.contacts, ...company.projects, ...company.agreements].map((one) => [one.id, one.customerId]),
    )
    const strangers = company.cases.filter((one) =>
      [one.contactId, one.projectId, one.agreementId].some((id) => id !== null && owners.get(id) !== one.customerId),
    )

    expect(strangers).toEqual([])
  })

  test('shows about forty pictures and some logs, which the dialogue refers to', () => {
    const files = allFiles(company)
    const pictures = files.filter((file) => file.contentType === 'image/png')
    const bodies = company.cases.flatMap((one) =>
      one.happenings.map((it) => (it.kind === 'created' ? it.reply.body : it.kind === 'reply' ? it.body : '')),
    )
    const unseen = pictures.filter((file) => !bodies.some((body) => body.includes(`](attachment:${file.id})`)))

    expect(pictures.length).toBeGreaterThanOrEqual(40)
    expect(pictures.length).toBeLessThan(70)
    expect(files.length).toBeGreaterThan(pictures.length)
    expect(unseen).toEqual([])
    expect(
      Buffer.from(pictures[0]?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  test('can be signed in to as each role of the staff, and as three people of one customer', () => {
    const known = new Set([...company.employees, ...company.contacts].map((one) => one.email))

    expect(demoPassword.length).toBeGreaterThanOrEqual(12)
    expect(demoLogins.filter((login) => !known.has(login.email))).toEqual([])
    expect(demoLogins.filter((login) => login.app === 'extranet').map((login) => login.role)).toEqual([
      'manager',
      'requester',
      'bookkeeper',
    ])
  })

  test.for(['2027-01-03T22:00:00Z', '2026-12-25T08:00:00Z', '2028-02-29T05:30:00Z', '2026-04-06T12:00:00Z'])(
    'can be made on %s as well',
    (moment) => {
      const { cases } = demoCompany(new Date(moment))
      const late = cases.flatMap((one) => one.happenings).filter((it) => it.at > new Date(moment))

      expect(cases.length).toBeGreaterThanOrEqual(603)
      expect(late).toEqual([])
    },
  )
})

function levelsOf({ departments }: DemoCompany): number {
  const parents = new Map(departments.map((one) => [one.id, one.parentId]))
  const depth = (id: string | null): number => (id === null ? 0 : 1 + depth(parents.get(id) ?? null))
  return Math.max(...departments.map((one) => depth(one.id)))
}

function withoutBytes({ cases, ...rest }: DemoCompany) {
  const plain = (one: DemoCase) => JSON.stringify(one, (key, value: unknown) => (key === 'bytes' ? null : value))
  return { ...rest, cases: cases.map(plain) }
}
