import { Prisma } from '@timedesk/prisma/client'

/** The states of potential item `i` on the company's day, as conditions. */
export function potentialStates(today: string) {
  return {
    ready: Prisma.sql`(i.day <= ${today}::date AND i.held_because IS NULL)`,
    held: Prisma.sql`(i.day <= ${today}::date AND i.held_because IS NOT NULL)`,
    future: Prisma.sql`(i.day > ${today}::date)`,
  }
}

/** What of customer `cu` is ready to be invoiced on a day, in minor units of its currency. */
export function readyPotential(today: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(sum(i.amount), 0)::float8 FROM potential_item i
    WHERE i.customer_id = cu.id AND i.currency = cu.currency AND i.day <= ${today} AND i.held_because IS NULL)`
}
