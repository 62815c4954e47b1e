import { ApiFault } from './api-error.ts'
import type { Prepared } from './send.ts'

/** What of XMLHttpRequest an upload uses; browsers tell the progress of an upload nowhere else. */
export type ProgressRequest = {
  upload: { onprogress: ((event: ProgressEvent) => void) | null }
  onload: ((event: ProgressEvent) => void) | null
  onerror: ((event: ProgressEvent) => void) | null
  readonly status: number
  readonly responseText: string
  open: (method: string, url: string) => void
  setRequestHeader: (name: string, value: string) => void
  getAllResponseHeaders: () => string
  send: (body: FormData) => void
  abort: () => void
}

type Platform = { fetch: typeof globalThis.fetch; newRequest: () => ProgressRequest | undefined }
type Upload = {
  file: Blob
  name?: string | undefined
  parts?: object | undefined
  onProgress?: ((share: number) => void) | undefined
}

/** Sends a file as a form, through what can tell its progress when somebody wants to hear it. */
export async function sendForm(
  { fetch, newRequest }: Platform,
  { url, method, headers }: Prepared,
  { onProgress, ...upload }: Upload,
  signal: AbortSignal,
): Promise<Response> {
  const form = formOf(upload)
  const request = onProgress === undefined ? undefined : newRequest()
  if (request === undefined || onProgress === undefined) return fetch(url, { method, headers, body: form, signal })

  request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
    if (lengthComputable && total > 0) onProgress(loaded / total)
  }
  request.open(method, url)
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  return sendRequest(request, form, signal)
}

/** The browser's own; undefined outside of browsers. */
export function newBrowserRequest(): ProgressRequest | undefined {
  const { XMLHttpRequest } = globalThis as { XMLHttpRequest?: new () => ProgressRequest }
  return XMLHttpRequest === undefined ? undefined : new XMLHttpRequest()
}

/** The text parts come first, so that the server knows them before the file streams in. */
function formOf({ file, name, parts = {} }: Upload): FormData {
  const form = new FormData()
  for (const [part, value] of Object.entries(parts)) form.append(part, String(value))
  if (name === undefined) form.append('file', file)
  else form.append('file', file, name)
  return form
}

async function sendRequest(request: ProgressRequest, form: FormData, signal: AbortSignal): Promise<Response> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  const stop = () => {
    request.abort()
    reject(signal.reason as Error)
  }
  signal.addEventListener('abort', stop, { once: true })
  request.onload = () => resolve(responseOf(request))
  request.onerror = () => reject(new ApiFault('network', 'The upload was interrupted.'))
  request.send(form)
  return promise.finally(() => signal.removeEventListener('abort', stop))
}

function responseOf(request: ProgressRequest): Response {
  const lines = request.getAllResponseHeaders().split('\r\n')
  const headers = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':')
    return colon === -1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]]
  })
  const body = request.responseText === '' ? null : request.responseText
  return new Response(body, { status: request.status, headers })
}
