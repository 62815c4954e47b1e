import type { DemoCompany } from '@timedesk/prisma/seed/shape'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows, type Table } from '../../platform/db/insert-rows.ts'
import * as tables from './desk-rows.ts'
import type { Names } from './names.ts'

/** Stores the statuses and, of workflows, what they say; the standard ones stay and get their colours and words. */
export async function storeStatuses(tx: Tx, { statuses }: DemoCompany): Promise<void> {
  await tx.rows(Prisma.sql`INSERT INTO case_status (id, name, category, color, pauses_clock, customer_name, customer_name_da, position)
    SELECT g.id, g.name, g.category, g.color, g."pausesClock", g."customerName", g."customerNameDa", g.position
      FROM jsonb_to_recordset(${JSON.stringify(statuses)}::jsonb)
        AS g (id uuid, name text, category text, color text, "pausesClock" boolean, "customerName" text, "customerNameDa" text, position int)
    ON CONFLICT (id) DO UPDATE SET color = excluded.color, pauses_clock = excluded.pauses_clock,
      customer_name = excluded.customer_name, customer_name_da = excluded.customer_name_da, position = excluded.position`)
}

/** Stores the workflows with their versions, before there are types that name one. */
export async function storeWorkflows(tx: Tx, { workflows, employees }: DemoCompany): Promise<void> {
  const nameOf = new Map(employees.map(({ id, name }) => [id, name]))
  for (const { id, name, isDefault, versions } of workflows) {
    const last = Math.max(...versions.map(({ number }) => number))
    await tx.rows(Prisma.sql`INSERT INTO workflow (id, name, is_default, version) VALUES (${id}::uuid, ${name}, ${isDefault}, ${last})
      ON CONFLICT (id) DO UPDATE SET version = excluded.version`)
    for (const { number, definition, comment, savedAt, savedById } of versions)
      await tx.rows(Prisma.sql`INSERT INTO workflow_version (workflow_id, number, name, definition, comment, saved_at, saved_by_id, saved_by_name)
        VALUES (${id}::uuid, ${number}, ${name}, ${JSON.stringify(definition)}::jsonb, ${comment}, ${savedAt}, ${savedById}::uuid, ${nameOf.get(savedById) ?? ''})`)
  }
}

/** Stores what cases are asked, promised, sent and answered by: after people, types and agreements. */
export async function storeDesk(tx: Tx, company: DemoCompany): Promise<void> {
  await insertRows(tx, tables.customFields, company.customFields)
  await insertRows(tx, tables.checklistTemplates, company.checklistTemplates)
  await insertRows(tx, tables.caseTemplates, company.caseTemplates)
  await insertRows(tx, tables.recurringCases, company.recurringCases)
  await insertRows(tx, tables.policies, company.policies)
  await insertRows(
    tx,
    tables.targets,
    company.policies.flatMap(({ id: policyId, targets }) => targets.map((target) => ({ ...target, policyId }))),
  )
  await insertRows(tx, tables.skills, company.skills)
  await insertRows(tx, tables.employeeSkills, company.employeeSkills)
  await insertRows(tx, tables.absences, company.absences)
  await insertRows(tx, tables.dispatchRules, company.dispatchRules)
  await insertRows(
    tx,
    tables.automationRules,
    company.automationRules.map((rule) => ({ ...rule, askedUntil: rule.activeSince })),
  )
  await insertRows(tx, tables.macros, company.macros)
  await insertRows(tx, tables.cannedTexts, company.cannedTexts)
}

/** Stores what cases hold beside their dialogue: values, resolutions, checklists, and which silence was told of. */
export async function storeCaseWork(tx: Tx, { cases, recurringRuns }: DemoCompany, names: Names): Promise<void> {
  const held = cases.map(({ id, fields, resolution, estimateMinutes, templateId, isOutsideContract }) => {
    return { id, fields, resolution, estimate: estimateMinutes, template: templateId, isOutside: isOutsideContract }
  })
  await tx.rows(Prisma.sql`UPDATE support_case c SET fields = g.fields, resolution = g.resolution, estimate_minutes = g.estimate,
      template_id = g.template, is_outside_contract = g."isOutside"
    FROM jsonb_to_recordset(${JSON.stringify(held)}::jsonb)
      AS g (id uuid, fields jsonb, resolution text, estimate int, template uuid, "isOutside" boolean) WHERE c.id = g.id`)
  const items = cases.flatMap(({ id: caseId, checklist, happenings }) => {
    const ticks = new Map(happenings.flatMap((it) => (it.kind === 'ticked' ? [[it.itemId, it] as const] : [])))
    return (checklist?.items ?? []).map((item, index) => {
      const tick = ticks.get(item.id)
      const done =
        tick === undefined ? null : { at: tick.at, byId: tick.actor.id, byName: names.author(tick.actor).name }
      return {
        ...item,
        caseId,
        position: index + 1,
        doneAt: done?.at ?? null,
        doneById: done?.byId ?? null,
        doneByName: done?.byName ?? null,
      }
    })
  })
  await insertRows(tx, checklistItems, items)
  const marks = cases.flatMap(({ id: caseId, happenings }) =>
    happenings.flatMap((it) =>
      it.kind === 'close_warned' ? [{ caseId, kind: 'silence' as const, since: it.since, at: it.at }] : [],
    ),
  )
  await insertRows(tx, caseMarks, marks)
  await insertRows(tx, tables.recurringRuns, recurringRuns)
}

const checklistItems: Table<{
  id: string
  caseId: string
  text: string
  isRequired: boolean
  position: number
  doneAt: Date | null
  doneById: string | null
  doneByName: string | null
}> = {
  name: 'case_checklist_item',
  columns: {
    id: 'uuid',
    caseId: 'uuid',
    text: 'text',
    isRequired: 'boolean',
    position: 'int',
    doneAt: 'timestamptz',
    doneById: 'uuid',
    doneByName: 'text',
  },
}

const caseMarks: Table<{ caseId: string; kind: 'silence'; since: Date; at: Date }> = {
  name: 'case_mark',
  columns: { caseId: 'uuid', kind: 'text', since: 'timestamptz', at: 'timestamptz' },
}
