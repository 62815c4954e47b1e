import { createHash } from 'node:crypto'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'
import { openPostingDesk } from '../../../test/posting-desk.ts'
import { storeMissingDocuments } from './store-documents.ts'
import { sweepFiles } from '../../platform/storage/sweep.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openPostingDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openPostingDesk(server)
})
afterAll(() => server.close())

const get = (id: string, form: string, headers: object = {}) =>
  server.app.inject({ url: `/api/v1/invoices/${id}/${form}`, headers: { ...desk.finance.headers, ...headers } })
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')

type Keys = { pdfKey: string | null; pdfSha256: string | null; ublKey: string | null }
async function keysOf(id: string): Promise<Keys> {
  const [row] = await server.database.reader.rows<Keys>(
    Prisma.sql`SELECT pdf_key AS "pdfKey", pdf_sha256 AS "pdfSha256", ubl_key AS "ublKey" FROM invoice WHERE id = ${id}::uuid`,
  )
  if (row === undefined) throw new Error('The document is missing')
  return row
}

const posted = async (given: object = {}) => desk.post((await desk.draftLine(await desk.customer(given))).id)

test('both files of a posted document are stored with what they hash to, and keep their names', async () => {
  const { id, number } = await posted({ language: 'da' })
  const invoice = await desk.invoice(id)

  const [pdf, ubl] = [await get(id, 'pdf'), await get(id, 'ubl')]

  expect(pdf.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Faktura ${number ?? ''}.pdf"; filename*=UTF-8''Faktura%20${number ?? ''}.pdf`,
    etag: `"${invoice.pdfSha256 ?? ''}"`,
  })
  expect(sha256(pdf.rawPayload)).toBe(invoice.pdfSha256)
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect(sha256(ubl.rawPayload)).toBe(invoice.ublSha256)
  expect(ubl.body).toContain(`<cbc:ID>${number ?? ''}</cbc:ID>`)
  expect((await get(id, 'pdf', { 'if-none-match': pdf.headers.etag })).statusCode).toBe(304)
})

test('a PDF is shown in a frame of ours only when that is asked for', async () => {
  const { id } = await posted()
  const shown = await get(id, 'pdf?inline=true')

  expect(shown.headers['content-disposition']).toMatch(/^inline; /u)
  expect(shown.headers['x-frame-options']).toBe('SAMEORIGIN')
  expect(shown.headers['content-security-policy']).toContain("frame-ancestors 'self'")
  expect(shown.headers['content-security-policy']).not.toContain('sandbox')
  expect((await get(id, 'pdf')).headers['x-frame-options']).toBe('DENY')
})

test('a draft has a PDF as it would be, and no e-invoice', async () => {
  const { id } = await desk.draftLine(await desk.customer())

  const pdf = await get(id, 'pdf')
  expect(pdf.statusCode).toBe(200)
  expect(pdf.headers['content-disposition']).toContain('Invoice draft.pdf')
  expect((await get(id, 'ubl')).json()).toMatchObject({ code: 'invoice_not_posted' })
  expect(await keysOf(id)).toMatchObject({ pdfKey: null })
})

test('what a crash left undrawn is drawn by the job, or by the first who asks', async () => {
  const [one, two] = [await desk.draftLine(await desk.customer()), await desk.draftLine(await desk.customer())]
  const { storage } = server.deps
  const { store } = storage
  storage.store = () => Promise.reject(new Error('the process ends here'))
  for (const { id } of [one, two]) await desk.post(id)
  storage.store = store
  expect(await keysOf(one.id)).toMatchObject({ pdfKey: null, ublKey: null })

  expect((await get(one.id, 'pdf')).statusCode).toBe(200)
  await storeMissingDocuments(server.deps)

  for (const { id } of [one, two]) expect(await keysOf(id)).not.toMatchObject({ pdfKey: null })
  const before = await keysOf(two.id)
  await storeMissingDocuments(server.deps)
  expect(await keysOf(two.id)).toEqual(before)
})

test('of four who draw at once one file is kept', async () => {
  const { id } = await desk.draftLine(await desk.customer())
  const { storage } = server.deps
  const { store } = storage
  storage.store = () => Promise.reject(new Error('the process ends here'))
  await desk.post(id)
  storage.store = store
  const count = async () => {
    let files = 0
    for await (const { storageKey } of storage.list()) files += Number(storageKey !== '')
    return files
  }
  const before = await count()

  const answers = await Promise.all(Array.from({ length: 4 }, () => get(id, 'pdf')))

  expect(new Set(answers.map(({ rawPayload }) => sha256(rawPayload)))).toEqual(new Set([(await keysOf(id)).pdfSha256]))
  expect(await count()).toBe(before + 2)
})

test('the sweep keeps the files of documents, and one that is gone is drawn again as it was', async () => {
  const { id } = await posted()
  await sweepFiles(server.database, server.deps.storage, new Date(Date.now() + 48 * 3_600_000))
  const before = await get(id, 'pdf')
  const { pdfKey } = await keysOf(id)

  await server.deps.storage.remove(pdfKey ?? '')

  expect((await get(id, 'pdf')).rawPayload.equals(before.rawPayload)).toBe(true)
})
