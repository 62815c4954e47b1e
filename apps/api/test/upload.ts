import type { SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

const BOUNDARY = 'the-boundary-of-the-test'

export type Part = { name?: string; fileName?: string; content: string | Buffer }

/** A multipart body, written by hand so that it can be wrong. */
export function multipart(parts: Part[]): { payload: Buffer; headers: Record<string, string> } {
  const chunks = parts.flatMap(({ name = 'file', fileName, content }) => [
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n`,
    `${fileName === undefined ? '' : 'content-type: application/octet-stream\r\n'}\r\n`,
    content,
    '\r\n',
  ])
  const payload = Buffer.concat([...chunks, `--${BOUNDARY}--\r\n`].map((chunk) => Buffer.from(chunk as string)))
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } }
}

/** Uploads by the route of the person's audience. */
export async function upload(
  { app }: TestServer,
  person: SignedIn,
  parts: Part[],
  { url = '/api/v1/attachments', headers = {} }: { url?: string; headers?: Record<string, string> } = {},
) {
  const body = multipart(parts)
  return app.inject({
    method: 'POST',
    url,
    headers: { ...person.headers, ...body.headers, ...headers },
    payload: body.payload,
  })
}
