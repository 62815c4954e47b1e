import type { listAgreementLog } from '@timedesk/contracts/agreement-log'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { findLog } from '../platform/events/find-log.ts'
import type { Paging } from '../platform/http/paging.ts'
import { requireAgreement } from './require-agreement.ts'

/** A page of what happened to an agreement, its vouchers and its plan, latest first. Refuses with `not_found`. */
export async function findAgreementLog(
  reader: Reader,
  paging: Paging,
  agreementId: string,
  query: z.output<typeof listAgreementLog.query>,
): ReturnType<typeof findLog> {
  const page = await findLog(reader, paging, { kind: 'agreement', id: agreementId }, query)
  if (page.data.length === 0) await requireAgreement(reader, agreementId)
  return page
}
