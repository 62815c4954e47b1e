import type { CaseViewCount, ViewId } from '@timedesk/contracts/case-views'
import { Refusal } from '@timedesk/contracts/refusal'
import { shippedViewOf } from '@timedesk/domain/query/shipped-views'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../../platform/context.ts'
import type { Deps } from '../../platform/deps.ts'
import { sqlStateOf } from '../../platform/db/sql-state.ts'
import { selectCases } from '../list/select-cases.ts'
import { findViewRows } from './find-case-views.ts'

const COUNT_MAX = 100
/** For one view. */
const COUNT_TIMEOUT_MS = 500
/** For all that are asked for at once; what is not counted by then is not counted. */
const COUNTS_TIMEOUT_MS = 3_000
const CANCELLED = '57014'

/**
 * How many cases stand in views, each as far as a hundred. Counted one by one, each within its own time: what takes too
 * long, cannot be asked any more or is not there says null.
 */
export async function countCaseViews(
  deps: Pick<Deps, 'database' | 'now' | 'log'>,
  actor: StaffActor,
  ids: readonly ViewId[],
): Promise<CaseViewCount[]> {
  const saved = await findViewRows(
    deps.database.reader,
    actor,
    ids.filter((id) => shippedViewOf(id) === null),
  )
  const now = deps.now()
  const until = performance.now() + COUNTS_TIMEOUT_MS
  const counts: CaseViewCount[] = []
  for (const id of ids) {
    const query = shippedViewOf(id)?.query ?? saved.find((view) => view.id === id)?.query
    const isInTime = performance.now() < until
    counts.push({ id, count: query === undefined || !isInTime ? null : await countQuery(deps, actor, query, now) })
  }
  return counts
}

async function countQuery(
  { database, log }: Pick<Deps, 'database' | 'log'>,
  actor: StaffActor,
  query: string,
  now: Date,
): Promise<number | null> {
  try {
    return await database.transact(async (tx) => {
      await tx.rows(Prisma.sql`SELECT set_config('statement_timeout', ${String(COUNT_TIMEOUT_MS)}, true)`)
      const { source, matching } = await selectCases(tx, actor, { q: query }, now)
      const [counted] = await tx.rows<{ cases: number }>(
        Prisma.sql`SELECT count(*)::int AS cases FROM (SELECT FROM ${source} WHERE ${matching} LIMIT ${Prisma.raw(String(COUNT_MAX))}) few`,
        'anew',
      )
      return counted?.cases ?? 0
    })
  } catch (error) {
    if (error instanceof Refusal) return null
    if (sqlStateOf(error) !== CANCELLED) log.error(error, 'The cases of a view could not be counted.')
    return null
  }
}
