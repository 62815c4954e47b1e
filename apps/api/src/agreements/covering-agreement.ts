import { Prisma } from '@timedesk/prisma/client'

/** Expressions of the query around it: the columns or values that say whose work it is and when it was done. */
export type Work = {
  customerId: Prisma.Sql
  workDate: Prisma.Sql
  /** The agreement of the work's case, which is asked first. */
  caseAgreementId: Prisma.Sql
  /** The agreement that rates the entry already; NULL for new time. */
  presentAgreementId: Prisma.Sql
}

/**
 * The agreement on time spent that covers work of a day, as a subquery for a lateral join: the case's own, else the
 * customer's active one. One that ended covers the days before its end; a suspended one keeps what it rated already
 * and takes nothing new.
 */
export function coveringAgreement({ customerId, workDate, caseAgreementId, presentAgreementId }: Work): Prisma.Sql {
  return Prisma.sql`(SELECT a.id, a.heading, a.currency, a.rate_per_hour, a.increment_minutes, a.minimum_minutes
    FROM agreement a
    WHERE a.customer_id = ${customerId} AND a.settlement = 'time_spent'
      AND a.valid_from <= ${workDate} AND (a.valid_to IS NULL OR a.valid_to >= ${workDate})
      AND (a.state IN ('active', 'ended') OR (a.state = 'suspended' AND a.id = ${presentAgreementId}))
    ORDER BY (a.id IS NOT DISTINCT FROM ${caseAgreementId}) DESC, (a.state = 'active') DESC,
      (a.id IS NOT DISTINCT FROM ${presentAgreementId}) DESC, a.valid_from DESC, a.id
    LIMIT 1)`
}
