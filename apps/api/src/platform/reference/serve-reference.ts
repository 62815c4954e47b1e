import type { Route } from '@timedesk/contracts/route'
import type { FastifyInstance } from 'fastify'
import { builtFile, type BuiltFile } from '../web/built-app.ts'
import { PAGE_POLICY } from '../web/page.ts'
import { sendBuiltFile } from '../web/send-built-file.ts'
import { writeDocument } from './document.ts'
import { problemsPage } from './problems-page.ts'
import { referencePage } from './reference-page.ts'

const HTML = 'text/html; charset=utf-8'

/** The OpenAPI document, and the same for readers. Written at the first request, because most starts need neither. */
export function serveReference(
  app: FastifyInstance,
  routes: ReadonlyMap<string, Route>,
  publicUrl: string,
  cookies: { desk: string; extranet: string },
): void {
  const config = { access: { audience: 'public' as const } }
  const document = once(() => writeDocument(routes, publicUrl, cookies))
  const files: Record<string, () => BuiltFile> = {
    '/api/openapi.json': once(() =>
      builtFile(Buffer.from(JSON.stringify(document())), 'application/json; charset=utf-8'),
    ),
    '/api/docs': once(() => builtFile(Buffer.from(referencePage(document())), HTML)),
    '/api/docs/problems': once(() => builtFile(Buffer.from(problemsPage()), HTML)),
  }
  for (const [url, file] of Object.entries(files)) {
    app.get(url, { config }, (request, reply) => {
      if (file().type === HTML) void reply.header('content-security-policy', PAGE_POLICY)
      return sendBuiltFile(request, reply, file(), 'no-cache')
    })
  }
}

function once<Result>(make: () => Result): () => Result {
  let made: { result: Result } | undefined
  return () => (made ??= { result: make() }).result
}
