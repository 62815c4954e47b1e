import type { InvoiceRun, RunCustomer } from '@timedesk/contracts/invoice-runs'
import { carryOutRun, type RunDeps } from '../src/invoicing/runs/carry-out-run.ts'
import type { TestServer } from './harness.ts'
import { openInvoiceDesk } from './invoice-desk.ts'

/** What tests of invoice runs do all the time: finance previews one, commits it, and the job works it. */
export async function openRunDesk(server: TestServer) {
  const desk = await openInvoiceDesk(server)
  const { succeed } = desk

  const workRun = (runId: string, given: Partial<RunDeps> = {}) => carryOutRun({ ...server.deps, ...given }, runId)
  const commit = (runId: string) => succeed<InvoiceRun>('POST', `/invoice-runs/${runId}/commit`)

  return {
    ...desk,
    commit,
    plan: (given: object = {}) => succeed<InvoiceRun>('POST', '/invoice-runs', { through: '2026-03-31', ...given }),
    run: (runId: string) => succeed<InvoiceRun>('GET', `/invoice-runs/${runId}`),
    async customersOf(runId: string, query = ''): Promise<RunCustomer[]> {
      const path = `/invoice-runs/${runId}/customers?limit=200${query}`
      return (await succeed<{ data: RunCustomer[] }>('GET', path)).data
    },
    /** Works a run as the job does. */
    workRun,
    /** Commits it and works it. */
    async carryOut(runId: string): Promise<InvoiceRun> {
      await commit(runId)
      await workRun(runId)
      return succeed<InvoiceRun>('GET', `/invoice-runs/${runId}`)
    },
    async draftsOf(customerId: string): Promise<string[]> {
      const { data } = await succeed<{ data: { id: string }[] }>('GET', `/invoices?customerId=${customerId}`)
      return data.map(({ id }) => id)
    },
  }
}
