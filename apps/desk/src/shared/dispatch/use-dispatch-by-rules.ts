import { dispatchCaseByRules } from '@timedesk/contracts/dispatch-rules'

import { caseQueries } from '../cases/case-queries.ts'
import { client } from '../client.ts'
import { useChange } from '../deeds/use-change.ts'
import { queryRoots } from '../query-roots.ts'

/** Sends a case where the rules would send it if it were new. */
export function useDispatchByRules() {
  return useChange(
    (caseId: string) => client.call(dispatchCaseByRules, { params: { caseId } }),
    [queryRoots.dispatchBoard, caseQueries.all()],
  )
}
