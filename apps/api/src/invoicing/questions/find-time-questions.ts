import type { listTimeQuestions, TimeQuestion } from '@timedesk/contracts/time-questions'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../../platform/db/count-rows.ts'
import { familyOf } from '../../platform/db/case-family.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'

type Row = Omit<TimeQuestion, 'askedAt' | 'answeredAt'> & { askedAt: Date; answeredAt: Date | null }

/** Questions `q` about entries `t`. */
const selection = Prisma.sql`SELECT q.id, q.state, q.question, q.contact_name AS "askedBy", q.asked_at AS "askedAt", q.resolution, q.answer,
    q.answered_by_name AS "answeredByName", q.answered_at AS "answeredAt",
    json_build_object('id', t.id, 'workDate', t.work_date, 'minutes', t.minutes, 'text', t.customer_text,
      'employee', json_build_object('id', e.id, 'name', e.name),
      'onDraft', (SELECT s.invoice_id FROM invoice_source s JOIN invoice i ON i.id = s.invoice_id
        WHERE s.entry_id = t.id AND s.is_live AND i.state = 'draft' LIMIT 1)) AS entry,
    CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('id', c.id, 'number', c.number, 'subject', c.subject) END AS case,
    json_build_object('id', cu.id, 'name', cu.name) AS customer
  FROM time_question q
  JOIN time_entry t ON t.id = q.entry_id
  JOIN employee e ON e.id = t.employee_id
  JOIN customer cu ON cu.id = q.customer_id
  LEFT JOIN support_case c ON c.id = t.case_id`

/** A page of questioned time: what waits oldest first, so that nobody waits for ever; what is answered latest first. */
export async function findTimeQuestions(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listTimeQuestions.query>,
): Promise<Page<TimeQuestion>> {
  const binding = bindingOf('time-questions', query)
  const after = paging.keyAfter(binding, query)
  const isOpen = query.state === 'open'
  const filters = [Prisma.sql`q.state = ${query.state}`]
  if (query.customerId !== undefined) filters.push(Prisma.sql`q.customer_id = ${query.customerId}::uuid`)
  if (query.caseId !== undefined) filters.push(Prisma.sql`t.case_id = ANY(${familyOf(query.caseId)})`)
  const matching = Prisma.join(filters, ' AND ')
  const place = isOpen ? Prisma.sql`(q.asked_at, q.id)` : Prisma.sql`(q.answered_at, q.id)`
  const beyond =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`${place} ${Prisma.raw(isOpen ? '>' : '<')} (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const order = isOpen ? Prisma.sql`q.asked_at, q.id` : Prisma.sql`q.answered_at DESC, q.id DESC`
  const rows = await reader.rows<Row>(
    Prisma.sql`${selection} WHERE ${matching} AND ${beyond} ORDER BY ${order} LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [(row.answeredAt ?? row.askedAt).toISOString(), row.id],
    present,
  )
  return withTotal(page, query, () =>
    countRows(reader, Prisma.sql`FROM time_question q JOIN time_entry t ON t.id = q.entry_id WHERE ${matching}`),
  )
}

/** One of them. Refuses with `not_found`. */
export async function findTimeQuestion(reader: Reader, id: string): Promise<TimeQuestion> {
  const [row] = await reader.rows<Row>(Prisma.sql`${selection} WHERE q.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(row)
}

function present({ askedAt, answeredAt, ...row }: Row): TimeQuestion {
  return { ...row, askedAt: askedAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null }
}
