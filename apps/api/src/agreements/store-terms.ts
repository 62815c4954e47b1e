import { isDeepStrictEqual } from 'node:util'
import { factorText } from '@timedesk/domain/money/factor'
import { priceText } from '../platform/read-rate.ts'
import type { Terms } from './terms.ts'

/** The columns of the terms; their scope is stored beside them. */
export function columnsOf({ rateCard, afterHours, scope, owner, validFrom, validTo, ...terms }: Terms) {
  return {
    ...terms,
    validFrom: dayOf(validFrom),
    validTo: validTo === null ? null : dayOf(validTo),
    rateCardId: rateCard?.id ?? null,
    afterHours: afterHours.policy,
    calendarId: afterHours.calendar?.id ?? null,
    afterHoursFactor: afterHours.factor,
    weekendFactor: afterHours.weekendFactor,
    holidayFactor: afterHours.holidayFactor,
    isScoped: scope.length > 0,
    ownerId: owner?.id ?? null,
  }
}

/** The terms as their log tells them: names rather than ids, amounts with their currency. */
export function shownOf(terms: Terms, currency: string) {
  const { rateCard, afterHours, scope, owner, ratePerHour, overageRate, thresholds, ...plain } = terms
  return {
    ...plain,
    ratePerHour: priceText(ratePerHour, currency),
    rateCard: rateCard?.name ?? null,
    afterHours: afterHoursText(afterHours),
    scope: scope
      .map(({ kind, mode, reference }) => `${mode === 'exclude' ? '−' : '+'} ${kind}: ${reference.name}`)
      .sort(),
    overageRate: priceText(overageRate, currency),
    thresholds: thresholds.map((percent) => `${String(percent)} %`),
    owner: owner?.name ?? null,
  }
}

function afterHoursText({ policy, calendar, factor, weekendFactor, holidayFactor }: Terms['afterHours']): string {
  const factors = [factor, weekendFactor, holidayFactor].map((one) => (one === null ? '–' : `× ${factorText(one)}`))
  return [policy, ...(calendar === null ? [] : [calendar.name]), ...factors].join(', ')
}

/** What decides the worth of work; a change of anything else rates nothing anew. */
const DECIDING = [
  'validFrom',
  'validTo',
  'isBillable',
  'ratePerHour',
  'rateCard',
  'incrementMinutes',
  'minimumMinutes',
  'roundingScope',
  'afterHours',
  'scope',
  'overagePolicy',
  'overageRate',
] as const satisfies (keyof Terms)[]

/** Whether work is worth something else, or covered by something else, under the later terms. */
export function changesWorth(before: Terms, after: Terms): boolean {
  return DECIDING.some((field) => !isDeepStrictEqual(before[field], after[field]))
}

/** A calendar day as Prisma wants it. */
function dayOf(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`)
}
