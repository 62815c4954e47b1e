import { buildDraft, buildMark, buildReady, buildRun } from '../build-draft.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World) => Promise<Prepared>

const draft: Prepare = async (server, { customerId }) => ({ params: await buildDraft(server, customerId) })
const run: Prepare = async (server, { customerId }) => ({ params: await buildRun(server, customerId) })

/** What the routes of the potential, of drafts and of runs need beside the world to succeed. */
export const invoicingPreparations: Record<string, Prepare> = {
  markPotential: async (server, { customerId }) => {
    const items = [await buildReady(server, customerId)]
    return { body: { kind: 'hold', items, reason: 'Ask first.' } }
  },
  releasePotential: async (server, { customerId }) => ({ params: await buildMark(server, customerId) }),
  ...{ getInvoice: draft, listInvoiceLog: draft, updateInvoice: draft, deleteInvoice: draft },
  ...{ updateInvoiceLine: draft, removeInvoiceLine: draft, releaseInvoiceSource: draft },
  addInvoiceLines: async (server, { customerId }) => {
    const items = [await buildReady(server, customerId)]
    return { params: await buildDraft(server, customerId), body: { items } }
  },
  planInvoiceRun: async (server, { customerId }) => {
    await buildReady(server, customerId)
    return { body: { through: '2026-12-31', customerIds: [customerId] } }
  },
  ...{ getInvoiceRun: run, listRunCustomers: run, commitInvoiceRun: run, cancelInvoiceRun: run },
}
