import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { CardFailure } from '@timedesk/contracts/case-context-cards'
import { CARD_ANSWER_BYTES_MAX } from '@timedesk/contracts/limits'
import { lookupOf, resolveTarget } from './address-guard.ts'

const MS_PER_SECOND = 1000

export type CardRequest = { url: string; headers: Record<string, string>; body: string; timeoutSeconds: number }

/** What came back; a body of more than the limit is cut there. */
type CardReply = { status: number; headers: Record<string, string>; body: Buffer; isCut: boolean }

/** What became of a request: a reply, or why there is none, with what the network said. */
export type Exchange =
  { reply: CardReply; failure: null } | { reply: null; failure: CardFailure['code']; detail: string | null }

/**
 * Sends a request to the system behind a card, at an address that it may be asked at, and reads its answer within time
 * and size. Redirects are not followed, and nothing is thrown: whatever goes wrong is an answer.
 */
export async function postToCard(sent: CardRequest, allowsPrivate: boolean): Promise<Exchange> {
  const signal = AbortSignal.timeout(sent.timeoutSeconds * MS_PER_SECOND)
  try {
    const url = new URL(sent.url)
    const [first, ...others] = (await untilAborted(signal, resolveTarget(url, allowsPrivate))) ?? []
    if (first === undefined) return { reply: null, failure: 'address_refused', detail: null }
    const asked = open(url, sent, { lookup: lookupOf([first, ...others]), signal }).then(read)
    return { reply: await untilAborted(signal, asked), failure: null }
  } catch (error) {
    return { reply: null, failure: signal.aborted ? 'timeout' : 'unreachable', detail: detailOf(error) }
  }
}

/** Not all that a connection goes through can be stopped, such as the look-up of a name; who waits for it can. */
async function untilAborted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => {
    reject(new Error('It was not answered in time.'))
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

type Way = { lookup: ReturnType<typeof lookupOf>; signal: AbortSignal }

function open(url: URL, { headers, body }: CardRequest, way: Way): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    // A connection of its own: one that is kept would be used again without a look at where it leads.
    const outgoing = send(url, { method: 'POST', headers, agent: false, ...way }, resolve)
    outgoing.on('error', reject)
    // Who answers that another protocol is spoken from here on gives no answer: without this nothing would be told at all.
    outgoing.on('upgrade', (_incoming, socket) => {
      socket.destroy()
      reject(new Error('Another protocol was asked for.'))
    })
    outgoing.end(body)
  })
}

async function read(incoming: IncomingMessage): Promise<CardReply> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > CARD_ANSWER_BYTES_MAX) break
  }
  incoming.destroy()
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
  const body = Buffer.concat(chunks).subarray(0, CARD_ANSWER_BYTES_MAX)
  return { status: incoming.statusCode ?? 0, headers, body, isCut: bytes > CARD_ANSWER_BYTES_MAX }
}

/** `ECONNREFUSED`, or whatever else tells an administrator where to look; never more than that. */
function detailOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : null
}
