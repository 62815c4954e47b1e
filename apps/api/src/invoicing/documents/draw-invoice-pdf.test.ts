import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import type { InvoiceDocument } from '@timedesk/domain/invoicing/document'
import { totalsOf } from '@timedesk/domain/invoicing/totals'
import { ublOf } from '@timedesk/domain/invoicing/ubl'
import {
  buildCreditNote,
  buildDocument,
  germanBuyer,
  periodLine,
  sampleDocuments,
  seller,
  timeLine,
  voucherLine,
} from '@timedesk/domain/test/sample-documents'
import { drawInvoicePdf } from './draw-invoice-pdf.ts'

const LONG_CPU_MS_MAX = 2000

function draw(document: InvoiceDocument): Promise<Buffer> {
  return drawInvoicePdf(document, totalsOf(document))
}

/** As another program reads it: the texts of its pages with white space made one. */
async function read(document: InvoiceDocument) {
  const pdf = await getDocumentProxy(new Uint8Array(await draw(document)))
  const { text } = await extractText(pdf, { mergePages: false })
  return { pdf, pages: text.map((page) => page.replaceAll(/\s+/g, ' ')) }
}

async function textOf(document: InvoiceDocument): Promise<string> {
  const { pages } = await read(document)
  return pages.join('\n')
}

test.for(Object.entries(sampleDocuments))('%s: the same data give the same bytes', async ([, sample]) => {
  const bytes = await draw(sample)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.equals(await draw(sample))).toBe(true)
})

test('an invoice tells all that the law asks for', async () => {
  const document = buildDocument({
    lines: [timeLine, periodLine, { ...voucherLine, allowance: 50_000, allowanceReason: 'Campaign' }],
    orderReference: 'PO-77',
    contractReference: 'A-2026-003',
    note: 'Thank you.',
    discount: { basisPoints: 1000, reason: 'Framework agreement' },
    roundTo: 50,
  })
  const text = await textOf(document)
  const expected = [
    'Nordlys Support ApS',
    'Vesterbrogade 12, 3. tv',
    'CVR no. 12345674',
    'Havnens Bageri A/S',
    'Havnegade 4',
    'Invoice 2026-0042',
    'Date 1 April 2026',
    'Due date 15 April 2026',
    'Period 1 January – 31 March 2026',
    'Your reference Jens Ærø',
    'Order no. PO-77',
    'Agreement A-2026-003',
    'Thank you.',
    '#1042 Cannot print invoices',
    'Remote support, Karen Holm: 2 and 3 March · 2–3 March 2026',
    '0:50 h 950.00 / h 791.67',
    '50 days 9,000.00 / 90 days 5,000.00',
    '1 pc. 8,500.00 −500.00 8,000.00',
    'Discount: Campaign',
    'Subtotal 13,791.67',
    'Discount 10%, Framework agreement −1,379.17',
    'Total excl. VAT 12,412.50',
    'VAT 25% of 12,412.50 3,103.13',
    'Rounding −0.13',
    'Total to pay DKK 15,515.50',
    'IBAN DK50 0040 0440 1162 43',
    'BIC NDEADKKK',
    'Reference 2026-0042',
    'Payable within 14 days',
    'Page 1 of 1',
  ]
  expect(expected.filter((part) => !text.includes(part))).toEqual([])
})

test('a credit note in Danish names the invoice that it corrects and asks for no payment', async () => {
  const text = await textOf(buildCreditNote({ language: 'da', lines: [timeLine, periodLine] }))
  const expected = [
    'Kreditnota 2026-0043',
    'Krediterer faktura 2026-0042 af 1. april 2026',
    'Dato 20. april 2026',
    '0:50 t 950,00 / t 791,67',
    'Moms 25 % af 5.791,67 1.447,92',
    'Krediteret i alt DKK 7.239,59',
    'Beløbet modregnes i faktura 2026-0042.',
    'Side 1 af 1',
  ]
  expect(expected.filter((part) => !text.includes(part))).toEqual([])
  expect(text).not.toContain('IBAN')
})

test('reverse charge in euro says so, names both VAT numbers and tells VAT in kroner', async () => {
  const lines = [{ ...timeLine, vatCategory: 'AE', vatRate: 0 } as const]
  const accounting = { currency: 'DKK', rateMillionths: 7_460_300 }
  const text = await textOf(buildDocument({ buyer: germanBuyer, currency: 'EUR', accounting, lines }))
  const expected = [
    'Germany',
    'VAT no. DK12345674',
    'Your VAT no. DE123456789',
    'Reverse charge: 791.67 0.00',
    'Reverse charge: the customer accounts for VAT',
    'Total to pay EUR 791.67',
    'VAT in DKK (1 EUR = 7.4603 DKK) 0.00',
  ]
  expect(expected.filter((part) => !text.includes(part))).toEqual([])
})

test('what is exempt is told apart from what is taxed, each line with its rate', async () => {
  const exempt = { ...voucherLine, vatCategory: 'E', vatRate: 0 } as const
  const text = await textOf(buildDocument({ lines: [timeLine, exempt] }))
  expect(text).toContain('950.00 / h 25% 791.67')
  expect(text).toContain('8,500.00 0% 8,500.00')
  expect(text).toContain('VAT 25% of 791.67 197.92 Exempt from VAT: 8,500.00 0.00')
})

test('a draft has no number, says on each page that it is one, and holds no document for machines', async () => {
  const lines = Array.from({ length: 40 }, (_, index) => ({ ...timeLine, id: String(index) }))
  const { pdf, pages } = await read(buildDocument({ number: null, issuedOn: null, dueOn: null, lines }))
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.map((page) => page.startsWith('Draft '))).toEqual(pages.map(() => true))
  expect(pages[0]).toContain('Draft invoice')
  expect(await pdf.getAttachments()).toBeNull()
})

test('a posted document is titled, in its language, and holds its UBL', async () => {
  const document = buildDocument({ language: 'da' })
  const { pdf } = await read(document)
  const { info } = await pdf.getMetadata()
  expect(info).toMatchObject({
    Title: 'Faktura 2026-0042',
    Author: 'Nordlys Support ApS',
    Language: 'da',
    CreationDate: 'D:20260401000000Z',
  })
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  const content = await pdf.getAttachmentContent('invoice.xml')
  expect(new TextDecoder().decode(content ?? new Uint8Array())).toBe(ublOf(document, totalsOf(document)))
})

test('a name with signs of markup is the author, and leaves the metadata well-formed', async () => {
  const name = 'Søn & <Co> "Nord"'
  const { pdf } = await read(buildDocument({ seller: { ...seller, name } }))
  const { info, metadata } = await pdf.getMetadata()
  expect(info).toMatchObject({ Author: name })
  expect(metadata.get('dc:creator')).toEqual([name])
  expect(metadata.get('dc:title')).toBe('Invoice 2026-0042')
})

test('lines go on over pages with the head of the table, none of them cut in two', async () => {
  const lines = Array.from({ length: 60 }, (_, index) => ({
    ...timeLine,
    id: String(index),
    text: `Line ${String(index)} begins`,
    description: `and ends ${String(index)}.`,
  }))
  const { pages } = await read(buildDocument({ lines }))
  const numbersIn = (page: string, pattern: RegExp) =>
    Array.from(page.matchAll(pattern), ([, number]) => Number(number))
  const begun = pages.map((page) => numbersIn(page, /Line (\d+) begins/g))
  expect(begun.flat()).toEqual(lines.map((_, index) => index))
  expect(pages.map((page) => numbersIn(page, /and ends (\d+)\./g))).toEqual(begun)
  expect(pages.filter((page) => page.includes('Quantity Price Amount DKK'))).toHaveLength(pages.length)
  expect(pages.map((page) => /Page (\d+) of (\d+)/.exec(page)?.slice(1))).toEqual(
    pages.map((_, index) => [String(index + 1), String(pages.length)]),
  )
})

test('a line longer than a page goes on over pages, whole', async () => {
  const words = Array.from({ length: 1500 }, (_, index) => `word${String(index)}`)
  const text = await textOf(buildDocument({ lines: [{ ...timeLine, description: words.join(' ') }, voucherLine] }))
  expect(text.match(/word\d+/g)).toEqual(words)
  expect(text).toContain('8,500.00')
})

test('any text is drawn', async () => {
  const hostile = 'مرحبا שלום 日本 👨‍👩‍👧 \u0000\u202E\uD800 Łódź & Ærø ✓'
  const many = { ...timeLine, text: 'W'.repeat(2000), description: hostile.repeat(300) }
  const party = { name: hostile, address: `${hostile}\n`.repeat(12), city: hostile, contactName: hostile }
  const document = buildDocument({
    lines: [many],
    note: `${hostile} `.repeat(400),
    buyerReference: hostile.repeat(10),
    buyer: { ...germanBuyer, ...party, countryCode: '?!' },
    seller: { ...seller, ...party },
    discount: { basisPoints: 1, reason: hostile.repeat(5) },
  })
  expect(await textOf(document)).toContain('Łódź & Ærø ✓')
})

test('five hundred lines do not take long', async () => {
  const lines = Array.from({ length: 500 }, (_, index) => ({ ...timeLine, id: String(index), quantity: index + 1 }))
  const before = process.cpuUsage()
  const bytes = await draw(buildDocument({ lines }))
  const { user, system } = process.cpuUsage(before)
  // Work of this process, and not the time that a busy machine lets it wait.
  expect((user + system) / 1000).toBeLessThan(LONG_CPU_MS_MAX)
  expect(bytes.length).toBeGreaterThan(0)
})
