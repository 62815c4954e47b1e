import { newId } from '../../src/platform/new-id.ts'
import { buildCoveredTime, buildPrepaid, buildVoucher, showTo } from '../build-cover.ts'
import { buildPosted } from '../build-posted.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import type { World } from './world.ts'

type Prepare = (server: TestServer, world: World) => Promise<Prepared>

const period = { from: '2026-01-01', to: '2026-12-31' }
const report: Prepare = () => Promise.resolve({ query: period })
const posted: Prepare = async (server, { customerId }) => ({ params: await buildPosted(server, customerId) })

/** What the routes of questions, orders, books and reports need beside the world to succeed. */
export const bookPreparations: Record<string, Prepare> = {
  answerTimeQuestion: async (server, world) => ({ params: { questionId: await buildQuestion(server, world) } }),
  extranetAskAboutTime: async (server, world) => ({
    params: { entryId: await buildTime(server, world) },
    body: { question: 'Was that not covered?' },
  }),
  extranetDecideOverage: async (server, world) => ({ params: { entryId: await buildTime(server, world, 'approval') } }),
  acceptVoucherOrder: async (server, world) => ({ params: { orderId: await buildOrder(server, world) } }),
  declineVoucherOrder: async (server, world) => ({ params: { orderId: await buildOrder(server, world) } }),
  extranetOrderVoucher: async (server, world) => ({
    params: { agreementId: await buildOffer(server, world) },
    body: { unit: 'minutes', quantity: 600 },
  }),
  ...{ extranetGetInvoice: posted, extranetGetInvoicePdf: posted, extranetGetInvoiceUbl: posted },
  exportBooks: () => Promise.resolve({ params: { kind: 'postings' }, query: period }),
  ...{ getProfit: report, getDeferredRevenue: report, getTurnover: report, getVatSummary: report },
  ...{ getServiceLevels: report, listServiceLevelCases: report },
}

/** Work that its customer sees. */
async function buildTime(server: TestServer, world: World, hold?: 'approval'): Promise<string> {
  const { customerId, caseId, employeeId, agreementId } = world
  await showTo(server, customerId, { showsTime: 'live' })
  const overage = {
    kind: 'overage',
    minutes: 10,
    amount: 15_833,
    agreementId,
    ...(hold !== undefined && { hold }),
  } as const
  return (await buildCoveredTime(server, { customerId, caseId, employeeId, minutes: 10, pieces: [overage] })).id
}

async function buildQuestion(server: TestServer, world: World): Promise<string> {
  const { customerId, contactId } = world
  const id = newId()
  const entryId = await buildTime(server, world)
  const asked = { question: 'Why?', contactName: 'Anna Berg', askedAt: server.clock.now }
  await server.deps.database.transact((tx) =>
    tx.timeQuestion.create({ data: { id, customerId, contactId, entryId, ...asked } }),
  )
  return id
}

/** An agreement under which ten hours were sold before. */
async function buildOffer(server: TestServer, { customerId }: World): Promise<string> {
  const { id: agreementId } = await buildPrepaid(server, { customerId })
  await buildVoucher(server, { customerId, agreementId })
  return agreementId
}

async function buildOrder(server: TestServer, world: World): Promise<string> {
  const { customerId, contactId } = world
  const id = newId()
  const agreementId = await buildOffer(server, world)
  const wanted = { unit: 'minutes', quantity: 600n, price: 900_000n, currency: 'DKK', contactName: 'Anna Berg' }
  await server.deps.database.transact((tx) =>
    tx.voucherOrder.create({
      data: { id, customerId, contactId, agreementId, ...wanted, createdAt: server.clock.now },
    }),
  )
  return id
}
