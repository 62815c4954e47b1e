import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_DESK_KINDS } from '../../test/demo-desk-kinds.ts'
import { DEMO_WORKSPACE_KINDS } from '../../test/demo-workspace-kinds.ts'
import { startServer, type TestServer } from '../../test/harness.ts'
import { verifyClocks } from '../../test/verify-clocks.ts'
import { createDueCases } from '../helpdesk/recurring/create-due-cases.ts'
import { workSilence } from '../helpdesk/silence/work-silence.ts'
import { openLocalDisk } from '../platform/storage/local-disk.ts'
import { workClocks } from '../service-levels/work-clocks.ts'
import { workTimeRules } from '../automation/work-time-rules.ts'
import { loadDemoCompany } from './load-demo-company.ts'

const NOW = new Date('2026-11-23T14:20:00Z')

let server: TestServer & { close: () => Promise<void> }
let folder: string

const rows = <Row>(query: Prisma.Sql) => server.database.reader.rows<Row>(query)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
  server = await startServer()
  await loadDemoCompany(server.database, await openLocalDisk(folder), NOW)
}, 180_000)

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the help desk of the loaded demo company', () => {
  test.for([...DEMO_DESK_KINDS, ...DEMO_WORKSPACE_KINDS])('shows %s', async ([, found]) => {
    expect((await rows(found)).length).toBeGreaterThan(0)
  })

  test('has the clocks of every case as its log says', async () => {
    const ids = (await rows<{ id: string }>(Prisma.sql`SELECT id FROM support_case`)).map(({ id }) => id)
    const { stored, recomputed } = await verifyClocks(server.database.reader, ids, NOW)

    expect(stored.length).toBeGreaterThan(600)
    expect(stored).toEqual(recomputed)
  })

  test('keeps most of its promises, but not all', async () => {
    const [all] = await rows<{ met: number; missed: number }>(
      Prisma.sql`SELECT count(*) FILTER (WHERE result = 'met')::int AS met, count(*) FILTER (WHERE result = 'missed')::int AS missed FROM case_clock`,
    )
    const share = (all?.met ?? 0) / ((all?.met ?? 0) + (all?.missed ?? 0))

    expect(share).toBeGreaterThan(0.8)
    expect(share).toBeLessThan(0.97)
  })

  test('gave each value, tick and tag of a rule to the case that its log speaks of', async () => {
    const unticked = Prisma.sql`SELECT e.case_id FROM event e WHERE e.type = 'checklist.item_ticked' AND NOT EXISTS (
      SELECT 1 FROM case_checklist_item i WHERE i.case_id = e.case_id AND i.text = e.payload ->> 'text' AND i.done_at = e.at)`
    const untagged = Prisma.sql`SELECT r.case_id FROM automation_run r JOIN support_case c ON c.id = r.case_id
      WHERE r.actions @> '[{"action": "tags"}]' AND NOT 'security' = ANY(c.tags)`
    const unsolved = Prisma.sql`SELECT number FROM support_case WHERE category = 'solved' AND resolution = ''`

    expect(await rows(unticked)).toEqual([])
    expect(await rows(untagged)).toEqual([])
    expect(await rows(unsolved)).toEqual([])
  })

  test('leaves nothing for the jobs to catch up with, and nobody is written to about the past', async () => {
    const done = Prisma.sql`SELECT (SELECT count(*) FROM event)::int AS events, (SELECT count(*) FROM mail)::int AS mails,
      (SELECT count(*) FROM clock_mark)::int AS marks, (SELECT count(*) FROM case_mark)::int AS silences,
      (SELECT count(*) FROM automation_run)::int AS runs, (SELECT count(*) FROM recurring_case_run)::int AS checks`
    const before = await rows(done)
    await workClocks(server.deps, NOW)
    await workSilence(server.deps, NOW)
    await workTimeRules(server.deps, NOW)
    await createDueCases(server.deps, NOW)

    expect(await rows(done)).toEqual(before)
  })
})
