import type { Route } from '@timedesk/contracts/route'
import type { z } from 'zod'

/** A route whose request and answer are JSON. */
export type JsonRoute = Route & { multipart?: never; produces?: never }
/** A route whose answer is a page of a list. */
export type PagedRoute = JsonRoute & { method: 'GET'; responses: { 200: z.ZodType<Page<unknown>> } }
/** A route that takes a file. */
export type UploadRoute = Route & { multipart: true }

export type Page<Item> = { data: Item[]; page: { after: string | null; hasMore: boolean; total?: number | undefined } }

type Params<R> = R extends { params: infer S extends z.ZodType } ? { params: z.input<S> } : { params?: never }
type Query<R> = R extends { query: infer S extends z.ZodType }
  ? object extends z.input<S>
    ? { query?: z.input<S> | undefined }
    : { query: z.input<S> }
  : { query?: never }
type Body<R> = R extends { body: infer S extends z.ZodType }
  ? undefined extends z.input<S>
    ? { body?: z.input<S> }
    : { body: z.input<S> }
  : { body?: never }
type Headers<R> = R extends { ifMatch: 'required' }
  ? { headers: { ifMatch: string } }
  : R extends { ifMatch: 'optional' }
    ? { headers?: { ifMatch?: string | undefined } | undefined }
    : { headers?: never }

/** What a path and its query are made of. */
export type AddressInput<R> = Params<R> & Query<R>
/** What a call of the route needs; nothing that the contract does not know. */
export type CallInput<R> = AddressInput<R> & Body<R> & Headers<R> & { signal?: AbortSignal | undefined }

/** A call that may read many pages, but no more than `pagesMax` (1 000). */
export type PagedInput<R> = CallInput<R> & { pagesMax?: number | undefined }

type PartsBesideFile<R> = R extends { body: infer S extends z.ZodType } ? Omit<z.input<S>, 'file'> : object

/** A file, the other parts of the form where the route has any, and who wants to hear of the progress. */
export type UploadInput<R> = Params<R> & {
  file: Blob
  /** The file's name, where `file` is a blob without one. */
  name?: string | undefined
  /** Hears the share that was sent, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined
  signal?: AbortSignal | undefined
} & (keyof PartsBesideFile<R> extends never ? { parts?: never } : { parts: PartsBesideFile<R> })

/** The input as an argument: may be left out when nothing in it is required. */
export type Argument<Input> = object extends Input ? [input?: Input] : [input: Input]

/** The parsed answer; undefined where the contract promises no body. */
export type AnswerOf<R extends Route> = {
  [Status in keyof R['responses']]: R['responses'][Status] extends z.ZodType
    ? z.output<R['responses'][Status]>
    : undefined
}[keyof R['responses']]

/** One item of a paged route's list. */
export type ItemOf<R extends Route> = AnswerOf<R> extends { data: (infer Item)[] } ? Item : never

/** The same input, as the code that sends it sees it: the contract's types end here. */
export type AnyInput = {
  params?: unknown
  query?: unknown
  body?: unknown
  headers?: { ifMatch?: string | undefined } | undefined
  signal?: AbortSignal | undefined
}
