import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CaseContextCard } from '@timedesk/contracts/case-context-cards'
import type { ContextCardWithSecret } from '@timedesk/contracts/context-cards'
import { newId } from '../src/platform/new-id.ts'
import { send } from './cases.ts'
import type { SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

/** A request as the other side got it. */
type Received = { headers: IncomingHttpHeaders; body: string; method: string | undefined }

/** A system of the company's own: answers what it is told to, and remembers what it was asked. */
export type OtherSystem = {
  url: string
  received: Received[]
  /** How it answers from now on. */
  answers: (answer: (response: ServerResponse) => void) => void
  close: () => Promise<void>
}

export async function startOtherSystem(): Promise<OtherSystem> {
  const received: Received[] = []
  let reply: (response: ServerResponse) => void = (response) => response.end()
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { headers, method } = request
      received.push({ headers, method, body: Buffer.concat(chunks).toString('utf8') })
      reply(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(port)}/card`,
    received,
    answers: (answer) => {
      reply = answer
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Answers with JSON. */
export const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const plan = { kind: 'row', label: 'Plan', value: 'Business' }

/** A fitting answer that says one thing. */
export const saying = (value: string, timeToLiveSeconds = 60) =>
  json({ timeToLiveSeconds, components: [{ ...plan, value }] })

/** A card that asks there, made by somebody who may. */
export async function makeCard(
  server: TestServer,
  by: SignedIn,
  given: { url: string } & Record<string, unknown>,
): Promise<ContextCardWithSecret> {
  const answer = await send(server, by, 'POST', '/api/v1/context-cards', { name: newId(), timeoutSeconds: 1, ...given })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<ContextCardWithSecret>()
}

/** What a card says of a case. */
export async function showCard(
  server: TestServer,
  by: SignedIn,
  caseId: string,
  cardId: string,
  query = '',
): Promise<CaseContextCard> {
  const answer = await send(server, by, 'GET', `/api/v1/cases/${caseId}/context-cards/${cardId}${query}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<CaseContextCard>()
}

/** What a card shows, in one word. */
export function saidBy({ state, components, failure }: CaseContextCard): string {
  const [first] = components
  return first?.kind === 'row' ? first.value : (failure?.code ?? state)
}

/** Removes every card. */
export async function clearCards({ database }: TestServer): Promise<void> {
  await database.transact((tx) => tx.contextCard.deleteMany())
}
