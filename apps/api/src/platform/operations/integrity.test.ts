import type { IntegrityReport } from '@timedesk/contracts/integrity'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../../test/build-case.ts'
import { buildEmployee } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'

const BROKEN = 12

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

async function readReport(): Promise<IntegrityReport> {
  const administrator = await buildEmployee(server, { role: 'administrator' })
  const answer = await server.app.inject({ url: '/api/v1/integrity', headers: administrator.headers })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<IntegrityReport>()
}

test('every check is told of when nothing is broken', async () => {
  const { checkedAt, isSound, checks } = await readReport()

  expect({ checkedAt, isSound }).toEqual({ checkedAt: server.clock.now.toISOString(), isSound: true })
  expect(checks).toContainEqual({ kind: 'pool_differs_from_ledger', violations: 0, examples: [] })
  expect(checks).toContainEqual({ kind: 'potential_differs_from_registered', violations: 0, examples: [] })
  const [view] = await server.database.reader.rows<{ branches: number }>(
    // The last branch of the first view is the second one, whole; the third stands beside it.
    Prisma.sql`SELECT sum(regexp_count(pg_get_viewdef(view::regclass), 'UNION ALL'))::int + 2 AS branches
      FROM unnest(ARRAY['settlement_violations', 'invoicing_violations', 'workflow_violations']) AS v (view)`,
  )
  expect(new Set(checks.map(({ kind }) => kind)).size).toBe(view?.branches)
})

test('what is broken is counted, with ten of it as examples, and the rest stays sound', async () => {
  const cases: string[] = []
  for (let index = 0; index < BROKEN; index += 1) cases.push((await buildCase(server)).id)
  await server.database.transact((tx) => tx.reply.deleteMany({ where: { caseId: { in: cases }, kind: 'description' } }))

  const { isSound, checks } = await readReport()

  const broken = checks.filter(({ violations }) => violations > 0)
  expect(isSound).toBe(false)
  expect(broken).toEqual([
    { kind: 'case_without_description', violations: BROKEN, examples: cases.toSorted().slice(0, 10) },
  ])
})

test('finance may not look into it', async () => {
  const finance = await buildEmployee(server, { role: 'finance' })

  const answer = await server.app.inject({ url: '/api/v1/integrity', headers: finance.headers })

  expect(answer.json()).toMatchObject({ code: 'permission_denied', missingPermission: 'integrity:read' })
})
