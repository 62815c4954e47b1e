import type { CaseChoices } from '@timedesk/contracts/extranet-cases'
import type { extranetListColleagues } from '@timedesk/contracts/extranet-colleagues'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { ContactActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { findReportFields } from './fields/find-case-fields.ts'

type Colleague = z.output<(typeof extranetListColleagues.responses)[200]>['data'][number]

/** Active types, priorities and the customer's active projects, and the custom fields that contacts see. */
export async function findCaseChoices(reader: Reader, actor: ContactActor): Promise<CaseChoices> {
  const [choices] = await reader.rows<Omit<CaseChoices, 'fields' | 'people'>>(Prisma.sql`SELECT
    (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'parentId', parent_id) ORDER BY position, name), '[]')
      FROM case_type WHERE is_active) AS types,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'level', level, 'isDefault', is_default) ORDER BY level), '[]')
      FROM priority WHERE is_active) AS priorities,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name), '[]')
      FROM project WHERE customer_id = ${actor.customerId}::uuid AND is_active) AS projects`)
  if (choices === undefined) throw new Error('A query of values gave no row')
  return { ...choices, ...(await findReportFields(reader, actor)) }
}

/** The contacts of the actor's customer, by name. */
export async function findColleagues(reader: Reader, { customerId }: ContactActor): Promise<Colleague[]> {
  return reader.rows<Colleague>(Prisma.sql`SELECT id, name, email, title, is_active AS "isActive"
    FROM contact WHERE customer_id = ${customerId}::uuid ORDER BY name, id`)
}
