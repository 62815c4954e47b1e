import type { SilenceRule } from '@timedesk/contracts/workflow-definition'
import type { CaseStatus } from '@timedesk/domain/helpdesk/status'
import { dueOfSilence, silenceMove, silencePlan } from '@timedesk/domain/workflow/silence'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, SystemActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Deps } from '../../platform/deps.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { lockCaseToMove, type MovableCase } from '../moves/lock-case-to-move.ts'
import { moveCase } from '../moves/move-case.ts'
import { findSilentCases, type Place } from './find-silent-cases.ts'

type World = Pick<Deps, 'database' | 'signals' | 'newId' | 'log'>

const NOBODY: SystemActor = { kind: 'system', id: null, name: 'Timedesk' }
const BATCH_SIZE = 200

/**
 * Warns contacts of cases that have been silent for as long as their workflow says, and moves those that stayed silent
 * after it. Each case is a transaction of its own that looks again under the case's lock, so that it may run late, twice
 * and by several workers at once. A case whose move asks for more than it has is neither warned of it nor moved until it has
 * it. One case's fault keeps no other one waiting; it is thrown when all the others are done.
 */
export async function workSilence(world: World, now: Date): Promise<void> {
  const faults: unknown[] = []
  for (let after: Place | null = null; ;) {
    const batch = await findSilentCases(world.database.reader, now, after, BATCH_SIZE)
    for (const { caseId } of batch) {
      try {
        await workCase(world, caseId, now)
      } catch (error) {
        world.log.error({ err: error, caseId }, 'the silence of a case could not be worked out')
        faults.push(error)
      }
    }
    const last: Place | undefined = batch.at(-1)
    if (last === undefined || batch.length < BATCH_SIZE) break
    after = last
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some silent cases could not be worked out')
}

async function workCase({ database, signals, newId }: World, caseId: string, now: Date): Promise<void> {
  const written = await database.transact(async (tx) => {
    const context: Context<SystemActor> = { actor: NOBODY, now, newId, requestId: null, written: [] }
    await breakSilence(tx, context, await lockCaseToMove(tx, context, caseId))
    return context.written
  })
  signals.publish(written)
}

async function breakSilence(tx: Tx, context: Context<SystemActor>, before: MovableCase): Promise<void> {
  const { now } = context
  const move = silenceMove(before, { ...before, now })
  if (move === null) return
  const { rule, to } = move
  const due = dueOfSilence(rule, { since: before.lastActivityAt, warnedAt: await findWarnedAt(tx, before) }, now)
  if (due === 'warn') await warn(tx, context, before, rule, to)
  if (due === 'move') await moveCase(tx, context, before, { to, cause: 'silence' })
}

async function findWarnedAt(tx: Tx, { id, lastActivityAt }: MovableCase): Promise<Date | null> {
  const [mark] = await tx.rows<{ at: Date }>(Prisma.sql`SELECT at FROM case_mark
    WHERE case_id = ${id}::uuid AND kind = 'silence' AND since = ${lastActivityAt}`)
  return mark?.at ?? null
}

async function warn(
  tx: Tx,
  context: Context<SystemActor>,
  { id, customerId, lastActivityAt: since }: MovableCase,
  rule: SilenceRule,
  to: CaseStatus,
): Promise<void> {
  const { now } = context
  await tx.rows(
    Prisma.sql`INSERT INTO case_mark (case_id, kind, since, at) VALUES (${id}::uuid, 'silence', ${since}, ${now})`,
  )
  const { movesAt } = silencePlan(rule, { since, warnedAt: now })
  await appendEvents(tx, context, { kind: 'case', id, caseId: id, customerId }, [
    {
      type: 'case.close_warned',
      movesAt: movesAt.toISOString(),
      to: to.name,
      toId: to.id,
      toCategory: to.category,
    },
  ])
}
