import { cancelInvoiceRun, commitInvoiceRun, planInvoiceRun } from '@timedesk/contracts/invoice-runs'
import type { z } from 'zod'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { invoicingTouches } from '../../shared/invoicing/invoicing-touches.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** Previews a run; nothing is claimed. */
export function usePlanRun() {
  return useChange(
    (body: z.input<(typeof planInvoiceRun)['body']>) => client.call(planInvoiceRun, { body }),
    [queryRoots.invoiceRuns],
  )
}

/** Has the drafts of a run made. */
export function useCommitRun(runId: string) {
  return useChange(() => client.call(commitInvoiceRun, { params: { runId } }), invoicingTouches)
}

/** Leaves alone what a run has not dealt with yet. */
export function useCancelRun(runId: string) {
  return useChange(() => client.call(cancelInvoiceRun, { params: { runId } }), invoicingTouches)
}
