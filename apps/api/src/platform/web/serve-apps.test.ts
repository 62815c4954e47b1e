import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerError } from '../http/problems.ts'
import { serveApps } from './serve-apps.ts'

const SCRIPT = 'console.log("hello");'.repeat(200)

let folder: string
let app: FastifyInstance

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'timedesk-apps-'))
  await mkdir(path.join(folder, 'desk/dist/assets'), { recursive: true })
  await writeFile(path.join(folder, 'desk/dist/index.html'), '<!doctype html><title>The desk</title>')
  await writeFile(path.join(folder, 'desk/dist/assets/index-1a2b.js'), SCRIPT)
  app = Fastify()
  app.setErrorHandler(answerError)
  await serveApps(app, folder)
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

test.for(['/desk', '/desk/', '/desk/cases/019371f0?lane=notes'])(
  '%s shows the app, asked for anew each time',
  async (url) => {
    const response = await app.inject({ url })

    expect(response.body).toContain('The desk')
    expect(response.headers['cache-control']).toBe('no-cache')
  },
)

test('an asset is kept for ever and sent compressed', async () => {
  const response = await app.inject({ url: '/desk/assets/index-1a2b.js', headers: { 'accept-encoding': 'gzip, br' } })

  expect(response.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'accept-encoding',
  })
  expect(response.headers['cache-control']).toContain('immutable')
  expect(brotliDecompressSync(response.rawPayload).toString()).toBe(SCRIPT)
})

test('an asset of an older version is missing, not the app again', async () => {
  const response = await app.inject({ url: '/desk/assets/index-old.js' })

  expect([response.statusCode, response.json()]).toMatchObject([404, { code: 'not_found' }])
})

test.for(['/desk/../../../package.json', '/desk/%2e%2e/%2e%2e/package.json', '/desk/assets/..%2f..%2findex.html'])(
  '%s leads nowhere',
  async (url) => {
    const response = await app.inject({ url })

    expect(response.statusCode).toBe(404)
  },
)

test('an app that is not built says what to do', async () => {
  const response = await app.inject({ url: '/extranet/cases' })

  expect(response.statusCode).toBe(503)
  expect(response.body).toContain('npm start')
})

test.for([
  { header: 'da-DK,da;q=0.9,en;q=0.8', language: 'da' },
  { header: 'en-GB,en;q=0.9,da;q=0.5', language: 'en' },
  { header: 'da;q=0, en;q=0.1', language: 'en' },
  { header: undefined, language: 'en' },
])('the first page speaks $language for $header', async ({ header, language }) => {
  const response = await app.inject({ url: '/', headers: header === undefined ? {} : { 'accept-language': header } })

  expect(response.body).toContain(`<html lang="${language}">`)
})
