import { earlierOf } from '@timedesk/domain/calendar/days'
import { periodsOf } from '@timedesk/domain/subscriptions/periods'
import { customerId } from '../customers.ts'
import type { CustomerKey } from '../customers.ts'
import { idOf } from '../make-id.ts'
import type { Present } from '../present.ts'
import type { DemoDeed, DemoPlanLine } from '../settlement-shape.ts'
import { agreementId, atNight, atOpening, settle } from './draft.ts'

/** Price in kroner. */
type Fee = Partial<DemoPlanLine> & { startsOn: string; unitPrice: number }

/** A fee as most of them are: monthly, in advance, one of it, including no work. */
export function lineOf(key: string, customer: CustomerKey, description: string, fee: Fee): DemoPlanLine {
  return {
    position: 0,
    periodMonths: 1,
    timing: 'advance',
    leadDays: 0,
    alignsToCalendar: false,
    prorates: true,
    quotaUnit: 'none',
    quota: 0,
    rolloverPeriods: 0,
    rolloverMax: null,
    quantity: 1,
    createdAt: atOpening(fee.startsOn),
    ...fee,
    id: idOf(`line ${key} ${description}`),
    customerId: customerId(customer),
    agreementId: agreementId(key),
    description,
    unitPrice: fee.unitPrice * 100,
  }
}

/** The nights in which the job had something to do: when a period began and when one fell due; and now. */
export function nightsOf(
  customer: CustomerKey,
  key: string,
  lines: readonly DemoPlanLine[],
  present: Present,
): DemoDeed[] {
  const days = new Set(lines.flatMap((line) => daysOf(line, present)))
  const nights = [...days].sort().map((day) => atNight(day, present))
  return [...nights, present.now].map((at) => settle(customer, key, at))
}

function daysOf(line: DemoPlanLine, { today }: Present): string[] {
  const plan = {
    startsOn: line.startsOn,
    anchor: line.alignsToCalendar ? ('calendar' as const) : ('start' as const),
    months: line.periodMonths,
    prorate: line.prorates,
    timing: line.timing,
    leadDays: line.leadDays,
  }
  return periodsOf(plan, { until: today, endsOn: null })
    .flatMap(({ from, dueOn }) => [earlierOf(from, dueOn), from])
    .filter((day) => day <= today)
}
