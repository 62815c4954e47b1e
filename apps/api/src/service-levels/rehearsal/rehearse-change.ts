import { REHEARSAL_CASES_MAX, REHEARSAL_ROWS_MAX } from '@timedesk/contracts/limits'
import type { Rehearsal, RehearsedChange, rehearseChange as contract } from '@timedesk/contracts/rehearsals'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { rehearseAutomationRule } from '../../automation/rehearse-automation-rule.ts'
import { rehearseDispatchRule } from '../../dispatch/rehearse-dispatch-rule.ts'
import type { Reader } from '../../platform/db/database.ts'
import { rehearseClocks } from './rehearse-clocks.ts'
import { rehearseWorkflow } from './rehearse-workflow.ts'
import type { Replay, Window } from './replay.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Replays the cases of the last days twice, as things are and under a draft, and tells what would differ. Reads only.
 * Refuses what saving the draft would refuse.
 */
export async function rehearseChange(
  reader: Reader,
  { days, change }: z.output<typeof contract.body>,
  now: Date,
): Promise<Rehearsal> {
  const from = new Date(now.getTime() - days * DAY_MS)
  const found = await findCases(reader, from, now)
  const caseIds = found.slice(0, REHEARSAL_CASES_MAX)
  const { figures, differences } = await replay(reader, change, { caseIds, now, from })
  return {
    from: from.toISOString(),
    to: now.toISOString(),
    cases: caseIds.length,
    isCut: found.length > REHEARSAL_CASES_MAX,
    differing: differences.size,
    omits: omissions[change.kind],
    figures,
    rows: await findRows(reader, differences),
  }
}

function replay(reader: Reader, change: RehearsedChange, window: Window): Promise<Replay> {
  switch (change.kind) {
    case 'workflow':
      return rehearseWorkflow(reader, change, window)
    case 'dispatch_rule':
      return rehearseDispatchRule(reader, change, window)
    case 'automation_rule':
      return rehearseAutomationRule(reader, change, window)
    default:
      return rehearseClocks(reader, change, window)
  }
}

const omissions: Record<RehearsedChange['kind'], Rehearsal['omits']> = {
  policy: ['promises_kept'],
  calendar: ['promises_kept'],
  workflow: ['custom_fields', 'checklists', 'children'],
  dispatch_rule: ['other_rules'],
  automation_rule: ['later_deadlines', 'other_rules', 'gates'],
}

async function findCases(reader: Reader, from: Date, now: Date): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(Prisma.sql`SELECT id FROM support_case
    WHERE created_at >= ${from}::timestamptz AND created_at <= ${now}::timestamptz
    ORDER BY created_at DESC, id DESC LIMIT ${Prisma.raw(String(REHEARSAL_CASES_MAX + 1))}`)
  return rows.map(({ id }) => id)
}

type Row = { id: string; number: number; subject: string; customer: string }

async function findRows(reader: Reader, differences: Replay['differences']): Promise<Rehearsal['rows']> {
  const rows =
    await reader.rows<Row>(Prisma.sql`SELECT c.id, c.number, c.subject, cu.name AS customer FROM support_case c
    JOIN customer cu ON cu.id = c.customer_id WHERE c.id = ANY(${[...differences.keys()]}::uuid[])
    ORDER BY c.created_at DESC, c.id DESC LIMIT ${Prisma.raw(String(REHEARSAL_ROWS_MAX))}`)
  return rows.map(({ customer, ...found }) => ({
    case: found,
    customer,
    differences: differences.get(found.id) ?? [],
  }))
}
