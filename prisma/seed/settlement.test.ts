import { addDays, weekdayOf } from '@timedesk/domain/calendar/days'
import { describe, expect, test } from 'vitest'
import { demoCompany } from './demo-company.ts'
import type { DemoDeed } from './settlement-shape.ts'
import type { DemoCompany } from './shape.ts'
import type { DemoTime } from './time-shape.ts'

const NOW = new Date('2026-11-23T14:20:00Z')
const company = demoCompany(NOW)
const NIGHT_AND_FEAST = [
  '2027-01-03T22:00:00Z',
  '2026-12-25T08:00:00Z',
  '2028-02-29T05:30:00Z',
  '2026-04-06T00:10:00Z',
  '2027-03-31T23:30:00Z',
]

const timeOf = ({ cases, work }: DemoCompany): DemoTime[] => [
  ...cases.flatMap(({ happenings }) => happenings.flatMap((it) => (it.kind === 'time' ? [it.entry] : []))),
  ...work,
]
const lastLock = company.deeds.findLast((deed) => deed.kind === 'lock')
const nameOf = (id: string) => company.customers.find((one) => one.id === id)?.name

const soldAs = (deed: DemoDeed): string[] => {
  if (deed.kind === 'sell') return [deed.voucher.key]
  return deed.kind === 'accept' ? [deed.voucher] : []
}

function momentsOf(from: DemoCompany): Date[] {
  const { cases, work, deeds, weekSheets, timers, agreements } = from
  return [
    ...cases.flatMap(({ happenings }) => happenings.map(({ at }) => at)),
    ...[...work, ...deeds].map(({ at }) => at),
    ...timeOf(from).flatMap(({ endedAt }) => endedAt ?? []),
    ...weekSheets.flatMap(({ submittedAt, decidedAt }) => [submittedAt, decidedAt ?? submittedAt]),
    ...timers.map(({ startedAt }) => startedAt),
    ...[...agreements, ...from.currencyRates].map(({ createdAt }) => createdAt),
  ]
}

describe('the money side of the demo company', () => {
  test.for([NOW.toISOString(), ...NIGHT_AND_FEAST])('has nothing that happened after %s', (moment) => {
    const now = new Date(moment)
    const made = demoCompany(now)

    expect(momentsOf(made).filter((at) => at > now)).toEqual([])
    expect(timeOf(made).filter(({ workDate, bookedOn }) => bookedOn < workDate)).toEqual([])
    expect(made.deeds.map(({ at }) => at.getTime())).toEqual(
      made.deeds.map(({ at }) => at.getTime()).sort((a, b) => a - b),
    )
  })

  test('names only what is there, and of the same customer', () => {
    const agreements = new Map(company.agreements.map((one) => [one.id, one]))
    const known = new Set(
      [company.activityTypes, company.caseTypes, company.departments, company.projects].flatMap((rows) =>
        rows.map(({ id }) => id),
      ),
    )
    const vouchers = new Set(company.deeds.flatMap((one) => soldAs(one)))
    const strangers = company.deeds.filter((deed) => {
      if (deed.kind === 'sell') return agreements.get(deed.voucher.agreementId)?.customerId !== deed.customerId
      if ('voucher' in deed && !vouchers.has(deed.voucher)) return true
      return 'agreementId' in deed && agreements.get(deed.agreementId)?.customerId !== deed.customerId
    })
    const lines = company.planLines.filter(
      ({ agreementId, customerId }) => agreements.get(agreementId)?.customerId !== customerId,
    )

    expect(strangers).toEqual([])
    expect(lines).toEqual([])
    expect(company.agreements.flatMap(({ scope }) => scope).filter(({ id }) => !known.has(id))).toEqual([])
    expect(company.planLines.length).toBeGreaterThanOrEqual(8)
  })

  test('has one agreement on time spent for all work at a time for each customer, at most', () => {
    const general = company.agreements.filter(
      ({ settlement, state, scope }) => settlement === 'time_spent' && state !== 'draft' && scope.length === 0,
    )
    const meeting = general.filter((one) =>
      general.some(
        (other) =>
          other !== one &&
          other.customerId === one.customerId &&
          other.validFrom <= (one.validTo ?? '9999-12-31') &&
          one.validFrom <= (other.validTo ?? '9999-12-31'),
      ),
    )

    expect(general.length).toBeGreaterThanOrEqual(20)
    expect(meeting).toEqual([])
  })

  test('lets nobody work at two places at once, and splits what goes over midnight', () => {
    const clocked = timeOf(company)
      .filter(({ startedAt }) => startedAt !== null)
      .sort((one, other) => Number(one.startedAt) - Number(other.startedAt))
    const overlapping = clocked.filter((one, index) =>
      clocked
        .slice(0, index)
        .some((before) => before.employeeId === one.employeeId && Number(before.endedAt) > Number(one.startedAt)),
    )
    const atMidnight = clocked.filter(({ endedAt, startedAt }) =>
      clocked.some(
        (next) => next.startedAt?.getTime() === endedAt?.getTime() && next.workDate > (startedAt?.toISOString() ?? ''),
      ),
    )

    expect(clocked.length).toBeGreaterThan(100)
    expect(overlapping).toEqual([])
    expect(atMidnight).toHaveLength(1)
  })

  test('fills the weeks of a quarter: what is registered comes to the hours', () => {
    const week = ['2026-11-09', '2026-10-12', '2026-09-14']
    const sums = week.flatMap((monday) =>
      company.employees.map(({ id, workingMinutes }) => {
        const registered = timeOf(company)
          .filter(
            ({ employeeId, workDate }) => employeeId === id && monday <= workDate && workDate < addDays(monday, 7),
          )
          .reduce((sum, { minutes }) => sum + minutes, 0)
        return registered / workingMinutes.reduce((sum, minutes) => sum + minutes, 0)
      }),
    )

    expect(Math.min(...sums)).toBeGreaterThan(0.9)
    expect(Math.max(...sums)).toBeLessThan(1.25)
  })

  test('approved all weeks but the last, of which some are submitted and one was rejected', () => {
    const of = (monday: string) =>
      company.weekSheets.filter((sheet) => sheet.monday === monday).map(({ state }) => state)

    expect(of('2026-11-16').sort()).toEqual(['rejected', ...Array<string>(6).fill('submitted')])
    expect(of('2026-11-09')).toEqual(Array(10).fill('approved'))
    expect(of('2026-11-23')).toEqual([])
    expect(company.weekSheets.filter(({ monday }) => weekdayOf(monday) !== 1)).toEqual([])
    expect(lastLock).toMatchObject({ softLockedThrough: '2026-09-30', hardLockedThrough: '2026-08-31' })
  })

  test('booked late work on the first day after the month that was closed', () => {
    const late = timeOf(company).filter(({ workDate, bookedOn }) => bookedOn !== workDate)

    expect(late.map(({ bookedOn }) => bookedOn)).toEqual(['2026-09-01', '2026-10-01', '2026-10-01'])
    expect(late.every(({ bookedOn }) => bookedOn > (lastLock?.hardLockedThrough ?? ''))).toBe(true)
  })

  test('asks vouchers first at one customer, and needs an order that another has not given', () => {
    const first = company.customers.filter(({ coverOrder }) => coverOrder[0] === 'voucher').map(({ name }) => name)
    const without = company.customers
      .filter(
        ({ requiresPo, id }) =>
          requiresPo && company.agreements.some((one) => one.customerId === id && one.poNumber === ''),
      )
      .map(({ name }) => name)

    expect(first).toEqual(['Sundby Robotics'])
    expect(without).toEqual(['Vadehavets Naturskole'])
    expect(
      company.cases.filter(({ isOutsideContract }) => isOutsideContract).map(({ customerId }) => nameOf(customerId)),
    ).toContain('Jysk Tag & Facade')
  })
})
