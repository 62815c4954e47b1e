import type { Case } from '@timedesk/contracts/cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/cases.ts'
import { startServer } from '../../../test/harness.ts'
import { marked, openSearchDesk } from '../../../test/search-desk.ts'
import { collectWords } from './collect-words.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openSearchDesk>>
let invoices: Case
let printer: Case
let english: Case
let replyId: string

beforeAll(async () => {
  server = await startServer()
  desk = await openSearchDesk(server)
  invoices = await desk.open(desk.soren, {
    subject: 'Abonnementsfakturaer kommer to gange',
    description: 'Hej. Siden **mandag** sender systemet hver slutfaktura dobbelt til vores kunder på Ærø.',
    externalReference: 'INC-4711',
    tags: ['vigtig kunde'],
  })
  replyId = (await desk.reply(invoices.id, 'Vi har fundet årsagen: momskørslen blev startet af to medarbejdere.')).id
  await desk.note(invoices.id, 'Rabatten er aftalt med Jørgen, nævn den ikke.')
  printer = await desk.open(desk.anna, {
    subject: 'Printeren på kontoret skriver kun tomme sider',
    description: 'Etiketprinteren i Aarhus virker heller ikke efter opdateringen.',
    product: 'LabelWriter 450',
  })
  await desk.replyWithFile(printer.id, 'Se venligst vejledningen.', 'etiket_vejledning-2026.pdf')
  english = await desk.open(desk.anna, {
    subject: 'Cannot sign in after the password was changed',
    description:
      'The café terminal says: "certificate has expired" (error 0x97), and the printer next to it is offline.',
  })
  await collectWords(server.database)
})
afterAll(() => server.close())

async function found(q: string, given: Record<string, string> = {}): Promise<number[]> {
  return (await desk.search(q, given)).cases.map(({ number }) => number)
}

test('a case is found by whatever stands in it, in either spelling', async () => {
  const asked: [string, Case][] = [
    [`#${String(invoices.number)}`, invoices],
    ['dobbelt kunder', invoices],
    ['AARSAGEN', invoices],
    ['årsagen', invoices],
    ['inc-4711', invoices],
    ['4711', invoices],
    ['vigtig', invoices],
    ['rabatten jorgen', invoices],
    ['Jørgen', invoices],
    ['joergen', invoices],
    ['kirkegård', invoices],
    ['nordlys bogforing', invoices],
    ['labelwriter', printer],
    ['vejledning 2026', printer],
    ['Århus', printer],
    ['aroskobing etiketprinteren', printer],
    ['cafe', english],
    ['0x97', english],
    ['"certificate has expired"', english],
    ['sign password berg', english],
  ]
  for (const [text, one] of asked) expect(await found(text), text).toEqual([one.number])
  for (const text of ['"expired certificate"', 'rabatten printeren', 'dobbelt -kunder', '!!!'])
    expect(await found(text), text).toEqual([])
})

test('words are found while they are typed, as parts of others, and with wrong letters', async () => {
  expect(await found('abonn')).toEqual([invoices.number])
  expect(await found('faktura')).toEqual([invoices.number])
  expect(await found('printer')).toEqual(expect.arrayContaining([printer.number, english.number]))
  expect(await desk.search('momskørlsen')).toMatchObject({
    corrections: [{ typed: 'momskørlsen', words: ['momskorslen'] }],
    cases: [{ number: invoices.number }],
  })
  expect((await desk.search('pritneren')).cases.map(({ number }) => number)).toContain(printer.number)
  expect((await desk.search('zzzzzz')).corrections).toEqual([])
})

test('what fits best comes first: a subject before a reply, a number before all', async () => {
  expect(await found('printer')).toEqual([printer.number, english.number])
  const mention = await desk.open(desk.soren, {
    subject: 'Andet',
    description: `Se også sag ${String(printer.number)}.`,
  })
  const numbered = await found(`#${String(printer.number)}`)
  expect(numbered[0]).toBe(printer.number)
  expect(numbered).toContain(mention.number)
})

test('it says where the words stand, and leads to the message', async () => {
  const [one] = (await desk.search('momskørslen faktura')).cases
  expect(one).toBeDefined()
  expect(marked(one?.subject ?? { text: '', ranges: [] })).toBe('[Abonnementsfakturaer] kommer to gange')
  expect(one?.excerpts.map((excerpt) => [excerpt.in, excerpt.itemId === replyId, marked(excerpt)])).toEqual([
    ['reply', true, 'Vi har fundet årsagen: [momskørslen] blev startet af to medarbejdere.'],
    ['description', false, expect.stringContaining('sender systemet hver [slutfaktura] dobbelt')],
  ])
  const [tagged] = (await desk.search('vigtig')).cases
  expect(tagged?.excerpts.map((excerpt) => [excerpt.in, marked(excerpt)])).toEqual([['tag', '[vigtig] kunde']])
  const [named] = (await desk.search('jørgen rabatten')).cases
  expect(named?.excerpts.map((excerpt) => [excerpt.in, excerpt.by, marked(excerpt)])).toEqual([
    ['note', 'Mette Holm', '[Rabatten] er aftalt med [Jørgen], nævn den ikke.'],
  ])
})

test('customers and contacts are found by name, number and address', async () => {
  const { customers, contacts } = await desk.search('ærøskøb')
  expect(customers.map(({ name }) => marked(name))).toEqual(['[Ærøskøbing] Havn'])
  expect(contacts).toEqual([])
  expect((await desk.search('anna havn')).contacts.map(({ name }) => marked(name))).toEqual(['[Anna] Berg'])
  expect((await desk.search('søren', { kinds: 'contact' })).contacts.map(({ customer }) => customer.id)).toEqual([
    desk.nordlys.id,
  ])
  expect((await desk.search('søren', { kinds: 'case' })).contacts).toEqual([])
})

test('a page goes on where the one before ended, and filters narrow it', async () => {
  const all = await found('havn')
  expect(all).toEqual([english.number, printer.number])
  const first = await desk.search('havn', { limit: '1' })
  expect(first.page).toMatchObject({ hasMore: true, total: 2 })
  const second = await desk.search('havn', { limit: '1', after: first.page.after ?? '' })
  expect(second).toMatchObject({ cases: [{ number: printer.number }], customers: [], page: { hasMore: false } })
  expect(await found('havn', { customerId: desk.nordlys.id })).toEqual([])
  expect(await found('havn', { isActive: 'false' })).toEqual([])
  expect(await found('havn', { department: 'mine' })).toEqual(all)
  const other = await send(
    server,
    desk.agent,
    'GET',
    `/api/v1/search?q=printer&limit=1&after=${first.page.after ?? ''}`,
  )
  expect(other.json()).toMatchObject({ code: 'invalid_cursor' })
})

test('a case that went on in another one is found there, and by its own number', async () => {
  const source = await desk.open(desk.soren, { subject: 'Rabarber', description: 'Samme fejl som den anden.' })
  const merged = await send(server, desk.agent, 'PUT', `/api/v1/cases/${source.id}/merge`, { intoId: invoices.id })
  expect(merged.statusCode, merged.body).toBe(200)
  expect(await found('rabarber')).toEqual([invoices.number])
  expect(await found(`#${String(source.number)}`)).toEqual([source.number])
})
