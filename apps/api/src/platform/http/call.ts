import type { Route } from '@timedesk/contracts/route'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { ContactActor, Context, StaffActor } from '../context.ts'
import type { Reader, Tx } from '../db/database.ts'

type Part<R extends Route, Name extends 'params' | 'query' | 'body'> = R[Name] extends z.ZodType
  ? z.output<R[Name]>
  : undefined

export type ActorOf<R extends Route> = R['access']['audience'] extends 'contact'
  ? ContactActor
  : R['access']['audience'] extends 'staff'
    ? StaffActor
    : StaffActor | ContactActor | null

/** What a route's handler gets: the parsed request and who sent it. */
export type Call<R extends Route> = {
  params: Part<R, 'params'>
  query: Part<R, 'query'>
  body: Part<R, 'body'>
  actor: ActorOf<R>
  deps: Deps
  now: Date
}

/** A call that only reads: staff outside a transaction, contacts in one under their own role. */
export type ReadCall<R extends Route> = {
  reader: Reader
} & Call<R>

/** A call that writes: everything it does is one transaction, with its events and its stored answer. */
export type WriteCall<R extends Route> = {
  tx: Tx
  context: Context<Exclude<ActorOf<R>, null>>
  /** The version that If-Match means; null when any will do. */
  ifMatch: number | null
} & Call<R>

/** A call that rules its own transactions and its own reply: sign-in, files, streams. */
export type BareCall<R extends Route> = {
  request: FastifyRequest
  reply: FastifyReply
} & Call<R>

type BodyOf<R extends Route> = {
  [Status in keyof R['responses']]: R['responses'][Status] extends z.ZodType
    ? z.input<R['responses'][Status]>
    : undefined
}[keyof R['responses']]

/** What a handler answers: the body, and for single resources their version and address. */
export type Answer<R extends Route> = {
  body: BodyOf<R>
  /** Makes the ETag. */
  version?: number
  location?: string
}
