import type { Presence, PresenceState } from '@timedesk/contracts/presence'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

/** How long somebody is there without saying so again. */
export const PRESENCE_LIFE_MS = 45_000

type Row = { caseId: string; employeeId: string; name: string; state: PresenceState; seenAt: Date }

/** Who is at each of several cases; cases at which nobody is are left out. */
export async function findPresences(
  reader: Reader,
  caseIds: readonly string[],
  now: Date,
): Promise<{ caseId: string; people: Presence[] }[]> {
  const since = new Date(now.getTime() - PRESENCE_LIFE_MS)
  const isWriting = Prisma.sql`p.state = 'replying' DESC, p.state = 'noting' DESC`
  const rows = await reader.rows<Row>(Prisma.sql`
    SELECT * FROM (
      SELECT DISTINCT ON (p.case_id, p.employee_id) p.case_id AS "caseId", p.employee_id AS "employeeId", e.name, p.state,
             max(p.seen_at) OVER (PARTITION BY p.case_id, p.employee_id) AS "seenAt"
        FROM case_presence p JOIN employee e ON e.id = p.employee_id
       WHERE p.case_id = ANY(${[...caseIds]}::uuid[]) AND p.seen_at > ${since}
       ORDER BY p.case_id, p.employee_id, ${isWriting}) p
     ORDER BY "caseId", ${isWriting}, name, "employeeId"`)
  return [...Map.groupBy(rows, ({ caseId }) => caseId)].map(([caseId, people]) => ({
    caseId,
    people: people.map(present),
  }))
}

/** Who is at one case. */
export async function findPresence(reader: Reader, caseId: string, now: Date): Promise<Presence[]> {
  return (await findPresences(reader, [caseId], now))[0]?.people ?? []
}

function present({ employeeId, name, state, seenAt }: Row): Presence {
  return {
    employee: { id: employeeId, name },
    state,
    until: new Date(seenAt.getTime() + PRESENCE_LIFE_MS).toISOString(),
  }
}
