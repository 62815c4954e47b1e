import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { contentDisposition } from '../storage/file-names.ts'
import { tableFormats, type Table, type TableFormat } from './table.ts'
import { writeCsv } from './write-csv.ts'
import { writeJson } from './write-json.ts'
import { writeXlsx } from './write-xlsx.ts'
import { writeXml } from './write-xml.ts'

/** Sends a table as a file while it is read. A fault on the way cuts the connection, so that no half file looks whole. */
export function sendTable(reply: FastifyReply, table: Table, format: TableFormat, fileName: string): FastifyReply {
  const { contentType, extension } = tableFormats[format]
  return reply
    .headers({
      'content-disposition': contentDisposition('attachment', `${fileName}.${extension}`),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    .type(contentType)
    .send(streamOf(table, format))
}

function streamOf(table: Table, format: TableFormat): Readable {
  switch (format) {
    case 'csv':
      return Readable.from(writeCsv(table), { objectMode: false })
    case 'xml':
      return Readable.from(writeXml(table), { objectMode: false })
    case 'json':
      return Readable.from(writeJson(table), { objectMode: false })
    case 'xlsx':
      return writeXlsx(table)
  }
}
