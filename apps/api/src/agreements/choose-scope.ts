import type { Agreement, AgreementDraft } from '@timedesk/contracts/agreements'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Tx } from '../platform/db/database.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'

type Kind = Agreement['scope'][number]['kind']

/** A rule of what work an agreement is for, with the name of what it names. */
export type ChosenScope = { kind: Kind; mode: 'include' | 'exclude'; reference: { id: string; name: string } }

/** By kind, where its things are and which column of a rule names them. */
const places = {
  case_type: { table: Prisma.sql`case_type`, column: Prisma.sql`case_type_id`, own: Prisma.sql`true` },
  activity_type: { table: Prisma.sql`activity_type`, column: Prisma.sql`activity_type_id`, own: Prisma.sql`true` },
  department: { table: Prisma.sql`department`, column: Prisma.sql`department_id`, own: Prisma.sql`true` },
  project: { table: Prisma.sql`project`, column: Prisma.sql`project_id`, own: null },
} as const satisfies Record<Kind, { table: Prisma.Sql; column: Prisma.Sql; own: Prisma.Sql | null }>

/**
 * The rules with the names of what they are about, in a fixed order. Refuses with `reference_refused` what does not
 * exist, and projects of other customers. Inactive things may be named: work on them may still be rated.
 */
export async function chooseScope(
  tx: Tx,
  customerId: string,
  rules: z.output<typeof AgreementDraft>['scope'],
): Promise<ChosenScope[]> {
  const names = new Map<string, string>()
  for (const [kind, { table, own }] of Object.entries(places)) {
    const ids = rules.filter((rule) => rule.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    const rows = await tx.rows<{ id: string; name: string }>(Prisma.sql`SELECT id, name FROM ${table}
      WHERE id = ANY(${ids}::uuid[]) AND ${own ?? Prisma.sql`customer_id = ${customerId}::uuid`}`)
    for (const { id, name } of rows) names.set(`${kind} ${id}`, name)
  }
  const chosen = rules.map(({ kind, mode, id }, index): ChosenScope => {
    const name = names.get(`${kind} ${id}`)
    if (name !== undefined) return { kind, mode, reference: { id, name } }
    const message = `The ${kind.replace('_', ' ')} does not exist or is another customer’s.`
    throw refusedReference(`/body/scope/${String(index)}/id`, message)
  })
  return inOrder(chosen)
}

/** Rules in one order, whoever lists them, so that the same rules are seen to be the same. */
export function inOrder(scope: readonly ChosenScope[]): ChosenScope[] {
  return scope.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

/** Replaces the rules of an agreement. */
export async function storeScope(
  tx: Tx,
  newId: () => string,
  agreementId: string,
  scope: readonly ChosenScope[],
): Promise<void> {
  await tx.rows(Prisma.sql`DELETE FROM agreement_scope WHERE agreement_id = ${agreementId}::uuid`)
  for (const { kind, mode, reference } of scope)
    await tx.rows(Prisma.sql`INSERT INTO agreement_scope (id, agreement_id, mode, ${places[kind].column})
      VALUES (${newId()}::uuid, ${agreementId}::uuid, ${mode}, ${reference.id}::uuid)`)
}

/** The rules of agreement `a` as JSON. */
export const scopeColumn = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('kind', r.kind, 'mode', s.mode,
      'reference', json_build_object('id', r.id, 'name', r.name)) ORDER BY r.kind, s.mode, r.name, r.id), '[]')
    FROM agreement_scope s
    CROSS JOIN LATERAL (
      SELECT 'case_type' AS kind, x.id, x.name FROM case_type x WHERE x.id = s.case_type_id
      UNION ALL SELECT 'activity_type', x.id, x.name FROM activity_type x WHERE x.id = s.activity_type_id
      UNION ALL SELECT 'department', x.id, x.name FROM department x WHERE x.id = s.department_id
      UNION ALL SELECT 'project', x.id, x.name FROM project x WHERE x.id = s.project_id) r
    WHERE s.agreement_id = a.id) AS scope`

function keyOf({ kind, mode, reference }: ChosenScope): string {
  return [kind, mode, reference.name, reference.id].join('\n')
}
