import type { AgreementDraft } from '@timedesk/contracts/agreements'
import { readFactor } from '@timedesk/domain/money/factor'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Tx } from '../platform/db/database.ts'
import { chooseReference } from '../platform/db/references.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'
import { readRate } from '../platform/read-rate.ts'
import { chooseScope } from './choose-scope.ts'
import { lastDayOf, refusedTerm, type Terms } from './terms.ts'

const PERMILLE_WHOLE = 1000

type Draft = z.output<typeof AgreementDraft>
type Wanted = { [Field in keyof Omit<Draft, 'settlement'>]?: Draft[Field] | undefined }
type Ground = { customerId: string; currency: string }

/**
 * What an agreement says once `wanted` is said on top of what it said before. Refuses things that do not exist or are
 * inactive, money in another currency than the agreement's, and terms that do not fit one another.
 */
export async function chooseTerms(tx: Tx, ground: Ground, before: Terms, wanted: Wanted): Promise<Terms> {
  const { currency, customerId } = ground
  const { ratePerHour, overageRate, scope, thresholds } = wanted
  const terms: Terms = {
    ...plainTerms(before, wanted),
    ratePerHour: ratePerHour === undefined ? before.ratePerHour : readRate(ratePerHour, currency),
    overageRate: overageRate === undefined ? before.overageRate : readRate(overageRate, currency, '/body/overageRate'),
    rateCard: await chooseRateCard(tx, currency, before, wanted.rateCardId),
    afterHours: await chooseAfterHours(tx, before.afterHours, wanted.afterHours),
    scope: scope === undefined ? before.scope : await chooseScope(tx, customerId, scope),
    thresholds: thresholds === undefined ? before.thresholds : ascending(thresholds),
    owner: await chooseReference(tx, 'employee', wanted.ownerId, before.owner, '/body/ownerId'),
  }
  return { ...terms, validTo: lastDayOf(terms) }
}

/** The fields that are stored as they are said. */
function plainTerms(before: Terms, wanted: Wanted): Terms {
  return {
    ...before,
    heading: wanted.heading ?? before.heading,
    terms: wanted.terms ?? before.terms,
    validFrom: wanted.validFrom ?? before.validFrom,
    validTo: wanted.validTo === undefined ? before.validTo : wanted.validTo,
    isBillable: wanted.isBillable ?? before.isBillable,
    incrementMinutes: wanted.incrementMinutes ?? before.incrementMinutes,
    minimumMinutes: wanted.minimumMinutes ?? before.minimumMinutes,
    roundingScope: wanted.roundingScope ?? before.roundingScope,
    overagePolicy: wanted.overagePolicy ?? before.overagePolicy,
    termMonths: wanted.termMonths === undefined ? before.termMonths : wanted.termMonths,
    renewal: wanted.renewal ?? before.renewal,
    noticeDays: wanted.noticeDays ?? before.noticeDays,
    creditsUnused: wanted.creditsUnused ?? before.creditsUnused,
    poNumber: wanted.poNumber ?? before.poNumber,
  }
}

async function chooseRateCard(tx: Tx, currency: string, { rateCard }: Terms, wanted: Draft['rateCardId'] | undefined) {
  const chosen = await chooseReference(tx, 'rate_card', wanted, rateCard, '/body/rateCardId')
  if (chosen === null || chosen.id === rateCard?.id) return chosen
  const fitting = await tx.rows(
    Prisma.sql`SELECT 1 FROM rate_card WHERE id = ${chosen.id}::uuid AND currency = ${currency}`,
  )
  if (fitting.length === 0)
    throw refusedReference('/body/rateCardId', 'The rate card is in another currency than the agreement.')
  return chosen
}

/** Said as a whole. A surcharge needs to know when service is open. */
async function chooseAfterHours(
  tx: Tx,
  before: Terms['afterHours'],
  wanted: Draft['afterHours'] | undefined,
): Promise<Terms['afterHours']> {
  if (wanted === undefined) return before
  const { policy, calendarId } = wanted
  const calendar = await chooseReference(
    tx,
    'service_calendar',
    calendarId,
    before.calendar,
    '/body/afterHours/calendarId',
  )
  if (policy !== 'none' && calendar === null)
    throw refusedTerm('/body/afterHours/calendarId', 'missing', 'Surcharges need a service calendar.')
  const factorOf = (field: 'factor' | 'weekendFactor' | 'holidayFactor', text: string) =>
    readSurcharge(text, `/body/afterHours/${field}`)
  return {
    policy,
    calendar,
    factor: factorOf('factor', wanted.factor),
    weekendFactor: wanted.weekendFactor === null ? null : factorOf('weekendFactor', wanted.weekendFactor),
    holidayFactor: wanted.holidayFactor === null ? null : factorOf('holidayFactor', wanted.holidayFactor),
  }
}

function readSurcharge(text: string, pointer: `/body/${string}`): number {
  const factor = readFactor(text, pointer)
  if (factor < PERMILLE_WHOLE) throw refusedTerm(pointer, 'too_small', 'A surcharge is a factor of at least 1.')
  return factor
}

function ascending(thresholds: readonly number[]): number[] {
  return [...new Set(thresholds)].sort((one, other) => one - other)
}
