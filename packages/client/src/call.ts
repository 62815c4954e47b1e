import type { Route } from '@timedesk/contracts/route'
import { addressOf } from './address.ts'
import type {
  AddressInput,
  AnswerOf,
  AnyInput,
  Argument,
  CallInput,
  ItemOf,
  JsonRoute,
  Page,
  PagedInput,
  PagedRoute,
  UploadInput,
  UploadRoute,
} from './call-input.ts'
import { readItems, readPages } from './paging.ts'
import { readAnswer, type Answered } from './read-answer.ts'
import { isRepeatable, sleep, withRetries, type Sleep } from './retry.ts'
import { endOf, namingFaults, newIdempotencyKey, prepare } from './send.ts'
import { createSessions, exclusivelyAcrossTabs, type Audience, type Exclusively, type Renewed } from './sessions.ts'
import { newBrowserRequest, sendForm, type ProgressRequest } from './upload.ts'

const TIMEOUT_MS = 30_000
const UPLOAD_TIMEOUT_MS = 30 * 60_000

export type ClientOptions = {
  /** Where the API is; empty for the page's own origin. */
  baseUrl?: string
  fetch?: typeof globalThis.fetch
  /** An API token; without one, the browser's cookies speak for the caller. */
  token?: string
  /** How long a call may take, all its tries together. */
  timeoutMs?: number
  /** Makes an idempotency key. */
  newKey?: () => string
  sleep?: Sleep
  random?: () => number
  now?: () => number
  exclusively?: Exclusively
  /** Makes the request of an upload that tells its progress; undefined where the platform has none. */
  newProgressRequest?: () => ProgressRequest | undefined
  /** Hears that the session of this audience is over and cannot be renewed. */
  onUnauthenticated?: (audience: Audience) => void
}

/** The contract over HTTP: typed by its routes. What fails is an ApiRefusal, an ApiFault or the caller's own abort. */
export type Client = {
  /** Calls a route and gives its parsed answer; undefined where the contract promises no body. */
  call: <R extends JsonRoute>(route: R, ...input: Argument<CallInput<R>>) => Promise<AnswerOf<R>>
  /** The same with the ETag, to send back as `headers: { ifMatch }`. */
  callWithEtag: <R extends JsonRoute>(route: R, ...input: Argument<CallInput<R>>) => Promise<Answered<AnswerOf<R>>>
  /** Every page of a list, each read when it is asked for. */
  pages: <R extends PagedRoute>(
    route: R,
    ...input: Argument<PagedInput<R>>
  ) => AsyncGenerator<AnswerOf<R>, void, undefined>
  /** Every item of a list, over all its pages. */
  items: <R extends PagedRoute>(
    route: R,
    ...input: Argument<PagedInput<R>>
  ) => AsyncGenerator<ItemOf<R>, void, undefined>
  /** Sends a file; with `onProgress`, tells how far it is. Network trouble is never retried. */
  upload: <R extends UploadRoute>(route: R, input: UploadInput<R>) => Promise<AnswerOf<R>>
  /** The address of a route, for links, images and streams. */
  urlOf: <R extends Route>(route: R, ...input: Argument<AddressInput<R>>) => string
  /** Renews the session's cookies now; refused with `session_ended` when there is none. */
  renewSession: (audience: Audience) => Promise<Renewed>
}

/** Makes a client. All that it takes from the platform can be handed in. */
export function createClient(options: ClientOptions = {}): Client {
  const { baseUrl = '', token } = options
  const transport = createTransport(options)
  const sessions = createSessions({
    refresh: async (route) => (await transport.json(route, {})()).data as Renewed,
    exclusively: options.exclusively ?? exclusivelyAcrossTabs,
    onUnauthenticated: options.onUnauthenticated ?? (() => undefined),
  })
  const run = (route: Route, attempt: () => Promise<Answered<unknown>>) =>
    token === undefined ? sessions.keepAlive(route, attempt) : attempt()
  const answer = (route: Route, input: AnyInput = {}) => run(route, transport.json(route, input))
  const readPage = (route: Route) => async (input: AnyInput) => (await answer(route, input)).data as Page<unknown>

  // Inside, inputs and answers are untyped; what they may be is said by Client and checked by the contract's schemas.
  const client = {
    call: async (route: Route, input?: AnyInput) => (await answer(route, input)).data,
    callWithEtag: answer,
    pages: (route: Route, input?: AnyInput) => readPages(readPage(route), input),
    items: (route: Route, input?: AnyInput) => readItems(readPage(route), input),
    upload: async (route: UploadRoute, input: UploadInput<UploadRoute>) =>
      (await run(route, transport.form(route, input))).data,
    urlOf: (route: Route, input: AnyInput = {}) => addressOf(baseUrl, route, input),
    renewSession: sessions.renew,
  }
  return client as unknown as Client
}

/** Makes requests that can be run again: with the same key, until the same moment. */
function createTransport(options: ClientOptions) {
  const { baseUrl = '', timeoutMs = TIMEOUT_MS, token, newKey = newIdempotencyKey, now = Date.now } = options
  const fetch: typeof globalThis.fetch = options.fetch ?? ((...request) => globalThis.fetch(...request))
  const policy = { sleep: options.sleep ?? sleep, random: options.random ?? Math.random, now }

  function json(route: Route, input: AnyInput): () => Promise<Answered<unknown>> {
    const { url, ...prepared } = prepare({ baseUrl, token, newKey }, route, input)
    const signal = endOf(input.signal, timeoutMs)
    const end = { signal, deadline: now() + timeoutMs }
    const once = () => namingFaults(signal, async () => readAnswer(route, await fetch(url, { ...prepared, signal })))
    return isRepeatable(route) ? () => namingFaults(signal, () => withRetries(once, policy, end)) : once
  }

  function form(route: UploadRoute, input: UploadInput<UploadRoute>): () => Promise<Answered<unknown>> {
    const prepared = prepare({ baseUrl, token, newKey }, route, { params: input.params })
    const signal = endOf(input.signal, UPLOAD_TIMEOUT_MS)
    const newRequest = options.newProgressRequest ?? newBrowserRequest
    return () =>
      namingFaults(signal, async () =>
        readAnswer(route, await sendForm({ fetch, newRequest }, prepared, input, signal)),
      )
  }

  return { json, form }
}
