import { Prisma } from '@timedesk/prisma/client'

/**
 * An amount in minor units in the currency of company `co`: by the rate that is in force on a day, or the first one when
 * none was yet. Of a currency without any rate there is no telling, and it counts as it is.
 */
export function inBase(amount: Prisma.Sql, currency: Prisma.Sql, day: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${currency} = co.currency THEN ${amount}
    ELSE round(${amount} * rate_in_force(${currency}, ${day}) / 1000000::numeric)::bigint END`
}
