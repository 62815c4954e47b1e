import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { readZip } from '../../../test/read-zip.ts'
import { oneBatch, type Cell, type Table } from './table.ts'
import { writeCsv } from './write-csv.ts'
import { writeJson } from './write-json.ts'
import { writeXlsx } from './write-xlsx.ts'
import { writeXml } from './write-xml.ts'

const tableOf = (rows: Cell[][]): Table => ({
  ...{ name: 'Postings', rowName: 'posting' },
  columns: [
    { key: 'text', header: 'Text, "quoted"', kind: 'text' },
    { key: 'minutes', header: 'Minutes', kind: 'integer' },
    { key: 'amount', header: 'Amount', kind: 'amount' },
    { key: 'rate', header: 'Rate', kind: 'decimal' },
    { key: 'day', header: 'Day', kind: 'day' },
    { key: 'at', header: 'At', kind: 'instant' },
  ],
  batches: oneBatch(rows),
})
const plain: Cell[] = ['Work', 90, -142_550, '12.5', '2026-03-02', '2026-03-02T09:00:00.000Z']

const csv = (rows: Cell[][]) => text(Readable.from(writeCsv(tableOf(rows))))
const xml = (rows: Cell[][]) => text(Readable.from(writeXml(tableOf(rows))))
const json = (rows: Cell[][]) => text(Readable.from(writeJson(tableOf(rows))))

/** Parts of the workbook, as a zip program finds them. */
async function partsOf(table: Table, names: string[], sheetRowsMax?: number): Promise<string[]> {
  const files = readZip(await buffer(writeXlsx(table, sheetRowsMax)))
  return names.map((name) => files.get(name) ?? '')
}
const sheetOf = async (rows: Cell[][]) => (await partsOf(tableOf(rows), ['xl/worksheets/sheet1.xml']))[0] ?? ''

test('CSV has a byte order mark, headers, lines that end as RFC 4180 says, and decimal points', async () => {
  const made = await csv([plain, [null, null, null, null, null, null]])

  expect(made).toBe(
    '\uFEFF"Text, ""quoted""",Minutes,Amount,Rate,Day,At\r\nWork,90,-1425.50,12.5,2026-03-02,2026-03-02T09:00:00.000Z\r\n,,,,,\r\n',
  )
})

test.for([
  ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
  ['+45 70', `'+45 70`],
  ['-1+1', `'-1+1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\t=1`],
  ['a, "b"\nc', 'a, "b"\nc'],
  ['Łódź & Ærø ✓', 'Łódź & Ærø ✓'],
] as const)('the text %j reads %j in CSV', async ([given, read]) => {
  const [, row]: string[][] = parse(await csv([[given, 1, 1, '1', '2026-03-02', '']]), { bom: true })

  expect(row?.[0]).toBe(read)
})

test('XML names each value, leaves out what is not there and holds any text', async () => {
  const made = await xml([plain, [']]> & <b>\u0001\uD800', null, 5, null, null, null]])

  expect(made).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<Postings>
  <posting><text>Work</text><minutes>90</minutes><amount>-1425.50</amount><rate>12.5</rate><day>2026-03-02</day><at>2026-03-02T09:00:00.000Z</at></posting>
  <posting><text>]]&gt; &amp; &lt;b&gt;\uFFFD\uFFFD</text><amount>0.05</amount></posting>
</Postings>
`)
})

test('JSON is an array of objects, empty without rows', async () => {
  expect(JSON.parse(await json([plain]))).toEqual([
    { text: 'Work', minutes: 90, amount: '-1425.50', rate: '12.5', day: '2026-03-02', at: '2026-03-02T09:00:00.000Z' },
  ])
  expect(JSON.parse(await json([]))).toEqual([])
})

test('a sheet has text as text, numbers as numbers and days as days', async () => {
  const sheet = await sheetOf([plain])

  expect(sheet).toContain('<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">Text, "quoted"</t></is></c>')
  expect(sheet).toContain(
    '<row r="2"><c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">Work</t></is></c><c r="B2" s="2"><v>90</v></c>' +
      '<c r="C2" s="3"><v>-1425.50</v></c><c r="D2" s="4"><v>12.5</v></c><c r="E2" s="5"><v>46083</v></c><c r="F2" s="6"><v>46083.375</v></c></row>',
  )
})

test.for([
  ['=1+1', '=1+1'],
  ['a\u0001b\uFFFE', 'a_x0001_b_xFFFE_'],
  ['_x0041_', '_x005F_x0041_'],
  ['half \uD83D', 'half \uFFFD'],
  ['<&>', '&lt;&amp;&gt;'],
] as const)('the text %j stands in a sheet as %j', async ([given, stands]) => {
  expect(await sheetOf([[given, 1, 1, '1', '2026-03-02', '']])).toContain(`<t xml:space="preserve">${stands}</t>`)
})

test('a text that is too long for a cell is cut with a mark, between whole characters', async () => {
  const sheet = await sheetOf([['😀'.repeat(20_000), 1, 1, '1', '2026-03-02', '']])

  const [, shown = ''] = /<c r="A2"[^>]*><is><t[^>]*>([^<]*)<\/t>/u.exec(sheet) ?? []
  expect(shown.length).toBeLessThanOrEqual(32_767)
  expect(shown.endsWith('😀 […]')).toBe(true)
})

test('what a sheet has no room for goes on in the next, with its header', async () => {
  const rows = Array.from({ length: 5 }, (_, index): Cell[] => [
    `row ${String(index)}`,
    index,
    0,
    '0',
    '2026-03-02',
    null,
  ])

  const [first = '', second = '', third = '', book = ''] = await partsOf(
    tableOf(rows),
    ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml', 'xl/workbook.xml'],
    3,
  )

  const read = [first, second, third].map((sheet) => [...sheet.matchAll(/row (\d)/gu)].map(([, number]) => number))
  expect(read).toEqual([['0', '1'], ['2', '3'], ['4']])
  expect([...book.matchAll(/<sheet name="([^"]+)"/gu)].map(([, name]) => name)).toEqual([
    'Postings',
    'Postings 2',
    'Postings 3',
  ])
})

test('rows that fail break the file', async () => {
  async function* failing(): AsyncGenerator<Cell[][]> {
    yield await Promise.resolve([plain])
    throw new Error('the database is gone')
  }

  await expect(buffer(writeXlsx({ ...tableOf([]), batches: failing() }))).rejects.toThrow('the database is gone')
  await expect(text(writeXml({ ...tableOf([]), batches: failing() }))).rejects.toThrow('the database is gone')
})
