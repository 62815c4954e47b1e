import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { sendTable } from '../platform/tables/send-table.ts'
import type { Table, TableFormat } from '../platform/tables/table.ts'

type Asked = { from: string; to: string; format: TableFormat }

/** Sends a report of a period as JSON, or as a file of the same rows. */
export function sendReport<Schema extends z.ZodType>(
  reply: FastifyReply,
  { from, to, format }: Asked,
  { schema, report, table }: { schema: Schema; report: z.input<Schema>; table: Table },
): FastifyReply {
  if (format !== 'json') return sendTable(reply, table, format, `${table.name} ${from} ${to}`)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(schema.parse(report)))
}
