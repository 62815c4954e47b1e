import { uploadAttachment, type Attachment } from '@timedesk/contracts/attachments'
import { startImport } from '@timedesk/contracts/operations'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DEPARTMENT_ID, at, buildClient, refuse } from '../test/answers.ts'
import type { ProgressRequest } from './upload.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const attachment: Attachment = {
  id: DEPARTMENT_ID,
  name: 'error.txt',
  contentType: 'text/plain',
  sizeBytes: 4,
  uploadedAt: '2026-03-02T09:15:00.000Z',
}
const file = new Blob(['oops'], { type: 'text/plain' })

/** Answers like a browser's XMLHttpRequest, halfway and then wholly. */
function buildRequest(status: number, responseText: string) {
  const sent: string[] = []
  const request: ProgressRequest = {
    upload: { onprogress: null },
    onload: null,
    onerror: null,
    status,
    responseText,
    open: (method, url) => sent.push(`${method} ${url}`),
    setRequestHeader: () => undefined,
    getAllResponseHeaders: () => 'content-type: application/json\r\n',
    send: (form) => {
      sent.push([...form.keys()].join())
      const half = { lengthComputable: true, loaded: 2, total: 4 } as ProgressEvent
      request.upload.onprogress?.(half)
      if (status === 0) request.onerror?.(half)
      else request.onload?.(half)
    },
    abort: () => undefined,
  }
  return { request, sent }
}

test('a file is sent as a form, its other parts first, and never tried again', async () => {
  const seen: string[] = []
  server.use(
    http.post(at(startImport), async ({ request }) => {
      seen.push(...(await request.formData()).keys())
      return refuse('unavailable')
    }),
  )

  const failed = buildClient().client.upload(startImport, { file, name: 'cases.csv', parts: { mapping: '{}' } })

  await expect(failed).rejects.toMatchObject({ code: 'unavailable' })
  expect(seen).toEqual(['mapping', 'file'])
})

test('an upload tells its progress and gives the parsed answer', async () => {
  const { request, sent } = buildRequest(201, JSON.stringify(attachment))
  const { client } = buildClient({ newProgressRequest: () => request })
  const shares: number[] = []

  const answer = await client.upload(uploadAttachment, { file, onProgress: (share) => shares.push(share) })

  expect(answer).toEqual(attachment)
  expect(shares).toEqual([0.5])
  expect(sent).toEqual([`POST ${at(uploadAttachment)}`, 'file'])
})

test('an interrupted upload is network trouble', async () => {
  const { client } = buildClient({ newProgressRequest: () => buildRequest(0, '').request })

  const failed = client.upload(uploadAttachment, { file, onProgress: () => undefined })

  await expect(failed).rejects.toMatchObject({ kind: 'network' })
})
