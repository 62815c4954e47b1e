import { rateEntry, type RatedEntry } from '@timedesk/domain/agreements/rate-entry'
import { Prisma } from '@timedesk/prisma/client'

/** What decides the price of work; rates in minor units per hour. Agreement and customer are null where there is none. */
export type RatingGround = {
  companyCurrency: string
  companyRate: number | null
  customerCurrency: string | null
  customerRate: number | null
  agreementId: string | null
  agreementHeading: string | null
  agreementCurrency: string | null
  agreementRate: number | null
  incrementMinutes: number | null
  minimumMinutes: number | null
}

/** A ground's columns, from company `co`, customer `cu` and covering agreement `ag`. */
export const ratingGroundColumns = Prisma.sql`co.currency AS "companyCurrency", co.rate_per_hour AS "companyRate",
  cu.currency AS "customerCurrency", cu.rate_per_hour AS "customerRate",
  ag.id AS "agreementId", ag.heading AS "agreementHeading", ag.currency AS "agreementCurrency",
  ag.rate_per_hour AS "agreementRate", ag.increment_minutes AS "incrementMinutes", ag.minimum_minutes AS "minimumMinutes"`

export type Rating = RatedEntry & { currency: string }

/**
 * What minutes are worth on this ground (R1–R8), in the agreement's currency, else the customer's. A rate that is
 * kept in another currency is no rate: it is never converted, and the missing one shows.
 */
export function rateWork(
  ground: RatingGround,
  { minutes, isBillable }: { minutes: number; isBillable: boolean },
): Rating {
  const currency = ground.agreementCurrency ?? ground.customerCurrency ?? ground.companyCurrency
  const rated = rateEntry({
    actual: minutes,
    isBillable,
    agreement:
      ground.agreementId === null
        ? null
        : {
            ratePerHour: ground.agreementRate,
            increment: ground.incrementMinutes ?? 1,
            minimum: ground.minimumMinutes ?? 0,
          },
    customerRatePerHour: ground.customerCurrency === currency ? ground.customerRate : null,
    companyRatePerHour: ground.companyCurrency === currency ? ground.companyRate : null,
  })
  return { ...rated, currency }
}
