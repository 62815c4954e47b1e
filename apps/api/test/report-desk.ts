import type { ProfitRow } from '@timedesk/contracts/reports'
import { buildCase } from './build-case.ts'
import { buildEmployee, SUPPORT_ACTIVITY_ID } from './factories.ts'
import type { TestServer } from './harness.ts'
import { openVoucherDesk } from './voucher-desk.ts'

export type Profit = { data: ProfitRow[]; totals: Omit<ProfitRow, 'key' | 'name'>; isCut: boolean; currency: string }

const MARCH = { from: '2026-03-01', to: '2026-03-31' }

/** What tests of reports do: people work who cost 420.00 an hour, and finance reads what came of it. */
export function openReportDesk(server: TestServer) {
  const desk = openVoucherDesk(server)

  return {
    ...desk,
    /** Minutes of somebody new, on a case of its own unless said otherwise; resolves with whose they are. */
    async workCosting(customerId: string, minutes: number, given: object = {}) {
      const worker = await buildEmployee(server)
      await server.database.transact((tx) =>
        tx.costRate.create({ data: { employeeId: worker.id, validFrom: new Date('2020-01-01'), ratePerHour: 42_000 } }),
      )
      const caseId = 'caseId' in given ? given.caseId : (await buildCase(server, { customerId })).id
      const answer = await server.app.inject({
        ...{ method: 'POST', url: '/api/v1/time-entries', headers: worker.headers },
        payload: { minutes, activityTypeId: SUPPORT_ACTIVITY_ID, ...given, caseId },
      })
      if (answer.statusCode !== 201) throw new Error(answer.body)
      return { ...answer.json<{ id: string; pieces: { id: string }[] }>(), employeeId: worker.id, caseId }
    },
    /** Of March unless said otherwise. */
    profit: (query: Record<string, string>) =>
      desk.succeed<Profit>('GET', `/reports/profit?${new URLSearchParams({ ...MARCH, ...query }).toString()}`),
    report: <Body>(name: string, query: Record<string, string> = {}) =>
      desk.succeed<Body>('GET', `/reports/${name}?${new URLSearchParams({ ...MARCH, ...query }).toString()}`),
  }
}
