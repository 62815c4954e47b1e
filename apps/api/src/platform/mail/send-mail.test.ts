import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { Prisma } from '@timedesk/prisma/client'
import { startServer } from '../../../test/harness.ts'
import { newId } from '../new-id.ts'
import { openTransport, sendNextMail } from './send-mail.ts'
import { SIDE_MAIL, writeMail } from './write-mail.ts'

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const queue = (causeKey: string, subject = 'Something is new') =>
  writeMail(server.database.reader, {
    causeKey,
    kind: 'test',
    to: { name: 'Anna', address: 'anna@customer.test' },
    subject,
    text: 'Read it here.',
    now: server.clock.now,
    newId,
    publicUrl: 'https://desk.example',
  })

const mails = () =>
  server.database.reader.rows<{ state: string; attempts: number; messageId: string; lastError: string | null }>(
    Prisma.sql`SELECT state, attempts, message_id AS "messageId", last_error AS "lastError" FROM mail ORDER BY created_at, id`,
  )

/** A real mail server whose answer to a message the test decides. */
async function receive(answer: (attempt: number) => Error | null): Promise<{ url: string; sources: string[] }> {
  const sources: string[] = []
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      let source = ''
      stream.on('data', (chunk: Buffer) => (source += chunk.toString()))
      stream.on('end', () => {
        sources.push(source)
        done(answer(sources.length))
      })
    },
  })
  const port = await new Promise<number>((resolve) => {
    const listening = smtp.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        smtp.close(resolve)
      }),
  )
  return { url: `smtp://127.0.0.1:${String(port)}`, sources }
}

const rejection = (responseCode: number) => Object.assign(new Error('not now'), { responseCode })
const messageIdOf = (source = '') => /^Message-ID: (.*)$/imu.exec(source)?.[1]

test('a mail that the server did not take at first is sent again as the same message, and then never again', async () => {
  const { url, sources } = await receive((attempt) => (attempt === 1 ? rejection(451) : null))
  const transport = openTransport(url)
  await queue('cause one')

  await sendNextMail(server.deps, transport)
  server.clock.now = new Date(server.clock.now.getTime() + 3_600_000)
  await sendNextMail(server.deps, transport)
  expect(await sendNextMail(server.deps, transport)).toBe(false)

  expect(sources).toHaveLength(2)
  expect(messageIdOf(sources[0])).toBeDefined()
  expect(messageIdOf(sources[0])).toBe(messageIdOf(sources[1]))
  expect(await mails()).toMatchObject([{ state: 'sent', attempts: 2, lastError: null }])
})

test('the same cause makes one mail', async () => {
  await queue('cause one')

  expect(await mails()).toHaveLength(1)
})

test('a refusal for good is not tried again, and says why', async () => {
  const { url } = await receive(() => rejection(550))
  await queue('cause two')

  await sendNextMail(server.deps, openTransport(url))

  expect((await mails()).at(-1)).toMatchObject({
    state: 'failed',
    attempts: 1,
    lastError: expect.stringContaining('not now') as string,
  })
})

test('line breaks in a subject make no further headers', async () => {
  const { url, sources } = await receive(() => null)
  await queue('cause three', 'Hello\r\nBcc: everyone@customer.test')

  await sendNextMail(server.deps, openTransport(url))

  expect(sources).toHaveLength(1)
  expect(sources[0]).not.toMatch(/^Bcc:/imu)
  expect(sources[0]).toMatch(/^Subject: Hello Bcc: everyone@customer\.test/imu)
})

test('without a mail server the outbox says so', async () => {
  await queue('cause four')

  await sendNextMail(server.deps, null)

  expect((await mails()).at(-1)).toMatchObject({ state: 'not_configured', attempts: 0 })
})

test('an answer goes to all of its readers as one, says what it answers and where answers go', async () => {
  const { url, sources } = await receive(() => null)
  await writeMail(server.database.reader, {
    causeKey: 'cause of a thread',
    kind: SIDE_MAIL,
    to: { name: 'Kim', address: 'kim@printworks.example' },
    cc: [{ name: '', address: 'lab@printworks.example' }],
    replyTo: 'help+s-1@desk.example',
    references: ['<one@desk.example>', '<two@printworks.example>'],
    subject: 'Re: Spare part',
    text: 'And how many?',
    now: server.clock.now,
    newId,
    publicUrl: 'https://desk.example',
  })

  expect(await sendNextMail(server.deps, openTransport(url))).toBe(true)

  expect(sources[0]).toMatch(/^To: Kim <kim@printworks.example>\r$/mu)
  expect(sources[0]).toMatch(/^Cc: lab@printworks.example\r$/mu)
  expect(sources[0]).toMatch(/^Reply-To: help\+s-1@desk.example\r$/mu)
  expect(sources[0]).toMatch(/^In-Reply-To: <two@printworks.example>\r$/mu)
  expect(sources[0]).toMatch(/^References: <one@desk.example>\s+<two@printworks.example>\r$/mu)
  expect(sources[0]).not.toMatch(/^Auto-Submitted/mu)
})
