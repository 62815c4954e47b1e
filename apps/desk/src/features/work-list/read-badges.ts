import { listCaseBadges, type CaseBadge } from '@timedesk/contracts/case-badges'

import { client } from '../../shared/client.ts'

/** What stands beside some cases. */
export async function readBadges(caseIds: string[], signal: AbortSignal): Promise<CaseBadge[]> {
  return (await client.call(listCaseBadges, { query: { caseIds }, signal })).data
}
