import { Prisma } from '@timedesk/prisma/client'
import { expect, test } from 'vitest'
import { importCsv, startImportServer, ticketsCsv } from '../../test/build-import.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { openServiceDesk } from '../../test/service-desk.ts'
import { verifyClocks } from '../../test/verify-clocks.ts'
import { reapplyPolicies } from './reapply-policies.ts'

const solved =
  'Ticket 3,Resolve SW anomaly,Value 34,2012/06/04 08:00:00.000,Variant 3,3,Variant 3,Value 1,Value 71,Value 3,Value 6,Value 4,Value 1,Value 4,Value 1,Value 1\n'

test('imported cases are promised nothing until policies are applied, and then follow what is imported later', async () => {
  const server = await startImportServer()
  const desk = await openServiceDesk(server)
  const { data } = (await desk.ask(desk.administrator, 'GET', '/priorities')).json<{ data: { id: string }[] }>()
  const targets = data.map(({ id }) => ({ priorityId: id, firstResponse: 60, nextResponse: null, resolution: 600 }))
  await desk.promise({}, { targets })
  await importCsv(server, ticketsCsv)
  const clocks = () =>
    server.database.reader.rows<{ caseId: string; state: string }>(
      Prisma.sql`SELECT case_id AS "caseId", state FROM case_clock WHERE clock = 'resolution' ORDER BY case_id`,
    )
  expect(await clocks()).toEqual([])

  await reapplyPolicies(server.deps, 'reapplied')
  const before = await clocks()
  expect(before.length).toBeGreaterThan(0)
  await importCsv(server, ticketsCsv + solved)

  expect((await clocks()).map(({ caseId }) => caseId)).toEqual(before.map(({ caseId }) => caseId))
  expect(await clocks()).not.toEqual(before)
  const ids = before.map(({ caseId }) => caseId)
  const { stored, recomputed } = await verifyClocks(server.database.reader, ids, server.clock.now)
  expect(stored).toEqual(recomputed)
  expect(await integrityViolations(server)).toEqual([])
})
