import type { BulkAction, BulkGroup, listBulkActions } from '@timedesk/contracts/bulk-actions'
import { Refusal } from '@timedesk/contracts/refusal'
import { permissionsFor } from '@timedesk/domain/bulk/bulk-changes'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { StaffActor } from '../platform/context.ts'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { findBulkNames, namesIn } from './find-bulk-names.ts'
import { findGroups } from './find-groups.ts'
import type { HeldBulk } from './stored-bulk.ts'

type Row = Pick<HeldBulk, 'id' | 'changes' | 'state' | 'isUndoable' | 'undoUntil' | 'failure'> & {
  plannedAt: Date
  committedAt: Date | null
  endedAt: Date | null
  cases: number
  judged: number
  dealtWith: number
  otherwise: number
  undone: number
  kept: number
} & Record<`${'plan' | 'result'}${'Changed' | 'Unchanged' | 'Refused'}`, number>

/** Who looks, and when. */
type Looking = { actor: StaffActor; now: Date }

/** A page of the actor's own bulk actions, the latest first. */
export async function findBulkActions(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listBulkActions.query>,
  looking: Looking,
): Promise<Page<BulkAction>> {
  const { id } = looking.actor
  const binding = bindingOf(`bulk actions of ${id}`, query)
  const after = paging.keyAfter(binding, query)
  const own = Prisma.sql`b.employee_id = ${id}::uuid`
  const beyond =
    after === null ? Prisma.sql`true` : Prisma.sql`(b.planned_at, b.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const rows = await readRows(
    reader,
    Prisma.sql`${own} AND ${beyond} ORDER BY b.planned_at DESC, b.id DESC LIMIT ${query.limit + 1}`,
  )
  const present = await presenterOf(reader, rows, looking)
  const page = paging.cut(binding, query, rows, (row) => [row.plannedAt.toISOString(), row.id], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM bulk_action b WHERE ${own}`))
}

/** One of the actor's own bulk actions. Refuses with `not_found`. */
export async function findBulkAction(reader: Reader, id: string, looking: Looking): Promise<BulkAction> {
  const rows = await readRows(reader, Prisma.sql`b.id = ${id}::uuid AND b.employee_id = ${looking.actor.id}::uuid`)
  const [row] = rows
  if (row === undefined) throw new Refusal('not_found')
  return (await presenterOf(reader, rows, looking))(row)
}

/** Of `b`, with the rest of the condition. */
function readRows(reader: Reader, condition: Prisma.Sql): Promise<Row[]> {
  const tallies = (['plan', 'result'] as const).flatMap((stage) =>
    (['Changed', 'Unchanged', 'Refused'] as const).map((verdict) => {
      const column = Prisma.raw(stage === 'plan' ? 'w.planned' : 'w.state')
      const name = Prisma.raw(`"${stage}${verdict}"`)
      return Prisma.sql`count(*) FILTER (WHERE ${column} = ${verdict.toLowerCase()})::int AS ${name}`
    }),
  )
  return reader.rows<Row>(Prisma.sql`SELECT b.id, b.changes, b.state, b.is_undoable AS "isUndoable",
      b.undo_until AS "undoUntil", b.failure, b.planned_at AS "plannedAt", b.committed_at AS "committedAt",
      b.ended_at AS "endedAt", c.*
    FROM bulk_action b CROSS JOIN LATERAL (SELECT count(*)::int AS cases,
        count(w.planned)::int AS judged, count(*) FILTER (WHERE w.state <> 'waiting')::int AS "dealtWith",
        count(*) FILTER (WHERE w.state <> 'waiting' AND (w.state <> w.planned
          OR w.refusal ->> 'code' IS DISTINCT FROM w.planned_refusal ->> 'code'))::int AS otherwise,
        count(*) FILTER (WHERE w.undo = 'undone')::int AS undone, count(*) FILTER (WHERE w.undo = 'kept')::int AS kept,
        ${Prisma.join(tallies)}
      FROM bulk_action_case w WHERE w.bulk_id = b.id) c
    WHERE ${condition}`)
}

async function presenterOf(reader: Reader, rows: readonly Row[], looking: Looking): Promise<(row: Row) => BulkAction> {
  const ids = rows.map(({ id }) => id)
  const [names, plans, results, undoings] = await Promise.all([
    findBulkNames(
      reader,
      rows.flatMap(({ changes }) => changes),
    ),
    findGroups(reader, ids, 'plan'),
    findGroups(reader, ids, 'result'),
    findGroups(reader, ids, 'undo'),
  ])
  const groups = (found: Map<string, BulkGroup[]>, { id }: Row) => found.get(id) ?? []
  return (row) => {
    const { id, changes, state, isUndoable, cases, otherwise, failure } = row
    return {
      ...{ id, state, changes, cases, otherwise, isUndoable, failure },
      names: namesIn(changes, names),
      done: doneOf(row),
      plan: {
        ...{ changed: row.planChanged, unchanged: row.planUnchanged, refused: row.planRefused },
        groups: groups(plans, row),
      },
      result:
        row.committedAt === null
          ? null
          : {
              ...{ changed: row.resultChanged, unchanged: row.resultUnchanged, refused: row.resultRefused },
              groups: groups(results, row),
            },
      undo:
        state === 'undoing' || state === 'undone'
          ? { undone: row.undone, kept: row.kept, groups: groups(undoings, row) }
          : null,
      undoUntil: row.undoUntil?.toISOString() ?? null,
      plannedAt: row.plannedAt.toISOString(),
      committedAt: row.committedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      can: canOf(row, looking),
    }
  }
}

function doneOf({ state, judged, dealtWith, undone, kept }: Row): number {
  if (state === 'planning' || state === 'planned') return judged
  return state === 'running' || state === 'done' ? dealtWith : undone + kept
}

/** What was broken off may be asked for again. */
function canOf({ state, changes, undoUntil, failure }: Row, { actor, now }: Looking): BulkAction['can'] {
  const mayChange = permissionsFor(changes).every((permission) => actor.permissions.has(permission))
  return {
    commit: mayChange && (state === 'planned' || (state === 'running' && failure !== null)),
    undo: (state === 'done' && undoUntil !== null && now <= undoUntil) || (state === 'undoing' && failure !== null),
  }
}
