import path from 'node:path'
import { Refusal } from '@timedesk/contracts/refusal'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readBuiltApp } from './built-app.ts'
import { landingPage, languageOf, missingAppPage } from './landing.ts'
import { sendPage } from './page.ts'
import { sendBuiltFile } from './send-built-file.ts'

const APPS_FOLDER = path.resolve(import.meta.dirname, '../../../..')
const FOREVER = 'public, max-age=31536000, immutable'
const config = { access: { audience: 'public' as const } }

/** Serves the two built apps below `/desk` and `/extranet`, and a page at `/` that leads there. */
export async function serveApps(app: FastifyInstance, appsFolder: string = APPS_FOLDER): Promise<void> {
  app.get('/', { config }, (request, reply) =>
    sendPage(reply.header('vary', 'accept-language'), 200, landingPage(languageOf(request.headers['accept-language']))),
  )
  app.get('/robots.txt', { config }, (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send('User-agent: *\nDisallow: /\n'),
  )
  for (const name of ['desk', 'extranet']) await serveApp(app, name, path.join(appsFolder, name, 'dist'))
}

/** A file by its path; any other address is one of the app's own pages, so that deep links and reloads work. */
async function serveApp(app: FastifyInstance, name: string, folder: string): Promise<void> {
  const files = await readBuiltApp(folder)
  const answer = async (request: FastifyRequest<{ Params: { '*'?: string } }>, reply: FastifyReply) => {
    if (files === null) return sendPage(reply, 503, missingAppPage(name))
    const wanted = request.params['*'] ?? ''
    const file = files.get(wanted) ?? (path.extname(wanted) === '' ? files.get('index.html') : undefined)
    if (file === undefined) throw new Refusal('not_found')
    // The names of assets hold a hash of their content, so they never change; the rest is asked for anew each time.
    return sendBuiltFile(request, reply, file, wanted.startsWith('assets/') ? FOREVER : 'no-cache')
  }
  app.get(`/${name}`, { config }, answer)
  app.get(`/${name}/*`, { config }, answer)
}
