import type { PaymentImport } from '@timedesk/contracts/payments'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../../test/harness.ts'
import { integrityViolations } from '../../../../test/integrity.ts'
import { money } from '../../../../test/invoice-desk.ts'
import { openPostingDesk } from '../../../../test/posting-desk.ts'
import { upload } from '../../../../test/upload.ts'

type Whole = PaymentImport & { rows: { line: number; outcome: string; paidOn: string; amount: string }[] }

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openPostingDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openPostingDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** A posted invoice of 1,250.00 with VAT. */
async function owed() {
  const { id } = await desk.draftLine(await desk.customer())
  const { number } = await desk.post(id)
  return { id, number: number ?? '' }
}

const send = (content: string | Buffer, headers: Record<string, string> = {}) =>
  upload(server, desk.finance, [{ fileName: 'bank.csv', content }], { url: '/api/v1/payment-imports', headers })

async function importFile(content: string | Buffer): Promise<Whole> {
  const answer = await send(content)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return desk.succeed<Whole>('GET', `/payment-imports/${answer.json<PaymentImport>().id}`)
}

const outcomes = ({ rows }: Whole) => rows.map(({ outcome }) => outcome)

test('a Danish bank’s file pays the invoices that its texts name, once', async () => {
  const [one, two] = [await owed(), await owed()]
  const file = [
    'Bogføringsdato;Beløb;Tekst;Saldo',
    `01-03-2026;1.250,00;Betaling af ${one.number.toLowerCase()} tak;9.000,00`,
    `02-03-2026;500,00;Faktura ${two.number};9.500,00`,
    `02-03-2026;800,00;${two.number}, resten;10.300,00`,
    '02-03-2026;99,00;Noget andet F9999;0',
    `i går;1,00;${two.number};0`,
  ].join('\r\n')

  const made = await importFile(Buffer.from(`\uFEFF${file}`))

  expect(made).toMatchObject({
    fileName: 'bank.csv',
    counts: { recorded: 2, recordedBefore: 0, unknownInvoice: 1, amountTooHigh: 1, unreadable: 1 },
  })
  expect(made.rows).toMatchObject([
    { line: 2, outcome: 'recorded', paidOn: '2026-03-01', amount: '1250.00', payment: { invoice: { id: one.id } } },
    { line: 3, outcome: 'recorded' },
    { line: 4, outcome: 'amount_too_high' },
    { line: 5, outcome: 'unknown_invoice' },
    { line: 6, outcome: 'unreadable' },
  ])
  expect(await desk.invoice(one.id)).toMatchObject({ state: 'paid' })
  expect(await desk.invoice(two.id)).toMatchObject({ remaining: money('750.00') })
  expect(outcomes(await importFile(file))).toEqual([
    'recorded_before',
    'recorded_before',
    'amount_too_high',
    'unknown_invoice',
    'unreadable',
  ])
  expect(await desk.invoice(two.id)).toMatchObject({ remaining: money('750.00') })
})

test.for([
  [
    'windows-1252',
    (number: string) => Buffer.from(`Dato;Beløb;Tekst\n2026-03-02;1.250,00;Bet. ${number} Ærø\n`, 'latin1'),
  ],
  ['commas', (number: string) => Buffer.from(`Date,Amount,Text\n2026-03-02,"1,250.00","Payment ${number}"\n`)],
  ['tabs', (number: string) => Buffer.from(`Date\tAmount\tDescription\n02.03.2026\t1250\t${number}\n`)],
  ['a currency', (number: string) => Buffer.from(`Dato;Beløb;Valuta;Tekst\n2026-03-02;1250,00;DKK;${number}\n`)],
] as const)('a file with %s is read', async ([, fileOf]) => {
  const { id, number } = await owed()

  expect(outcomes(await importFile(fileOf(number)))).toEqual(['recorded'])
  expect(await desk.invoice(id)).toMatchObject({ state: 'paid' })
})

test('two equal rows of a file are two payments, and a number is a word of its own', async () => {
  const { id, number } = await owed()
  const rows = [`2026-03-02;100,00;${number}`, `2026-03-02;100,00;${number}`, `2026-03-02;100,00;X${number}`]

  const made = await importFile(`Dato;Beløb;Tekst\n${rows.join('\n')}\n`)

  expect(outcomes(made)).toEqual(['recorded', 'recorded', 'unknown_invoice'])
  expect(await desk.invoice(id)).toMatchObject({ paid: money('200.00') })
})

test('who uploads a file eight times at once records it once', async () => {
  const { id, number } = await owed()
  const file = `Dato;Beløb;Tekst\n2026-03-02;100,00;${number}\n`

  const answers = await Promise.all(Array.from({ length: 8 }, () => send(file)))

  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 8 }, () => 201))
  expect(await desk.invoice(id)).toMatchObject({ paid: money('100.00') })
})

test('a repeated upload under the same key is the same import', async () => {
  const headers = { 'idempotency-key': 'bank-file' }
  const [first, second] = [await send('Dato;Beløb;Tekst\n', headers), await send('Dato;Beløb;Tekst\n', headers)]

  expect(second.json()).toEqual(first.json())
  expect(second.headers['idempotency-replayed']).toBe('true')
})

test('money that went out pays a credit note back', async () => {
  const { id, number } = await owed()
  await importFile(`Dato;Beløb;Tekst\n2026-03-01;1250,00;${number}\n`)
  const note = await desk.post((await desk.credit(id)).id)

  const made = await importFile(`Dato;Beløb;Tekst\n2026-03-02;-1.250,00;Retur ${note.number ?? ''}\n`)

  expect(outcomes(made)).toEqual(['recorded'])
  expect(await desk.invoice(id)).toMatchObject({ remaining: money('0.00') })
})

test.for([
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\u0000', 'latin1'), 'file_refused'],
  ['nothing', '', 'file_refused'],
  ['no columns', 'one;two;three\n1;2;3\n', 'mapping_refused'],
  ['no text', 'Dato;Beløb\n2026-03-02;1\n', 'mapping_refused'],
  ['too many rows', `Dato;Beløb;Tekst\n${'2026-03-02;1;x\n'.repeat(10_001)}`, 'file_refused'],
  ['an endless record', `Dato;Beløb;Tekst\n2026-03-02;1;"${'x'.repeat(20_000)}`, 'file_refused'],
  ['too many bytes', 'x'.repeat(5 * 1024 * 1024 + 1), 'body_too_large'],
] as const)('a file of %s is refused', async ([, content, code]) => {
  const count = async () => (await desk.succeed<{ data: unknown[] }>('GET', '/payment-imports?limit=200')).data.length
  const before = await count()

  expect((await send(content)).json()).toMatchObject({ code })
  expect(await count()).toBe(before)
})

test('formulas and markup in a file are texts like any other', async () => {
  const { number } = await owed()
  const made = await importFile(`Dato;Beløb;Tekst\n2026-03-02;"1,00";"=cmd|'/c calc'!A1 <script> ${number}"\n`)

  expect(made.rows).toMatchObject([{ outcome: 'recorded', reference: `=cmd|'/c calc'!A1 <script> ${number}` }])
})
