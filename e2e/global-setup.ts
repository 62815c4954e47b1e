import { spawn, type ChildProcess } from 'node:child_process'
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import type { TestProject } from 'vitest/node'

const START_TIMEOUT_MS = 240_000
const STOP_TIMEOUT_MS = 30_000
const ASK_AGAIN_MS = 200

/** Starts the product as its users do, with the demo company and a real mail server, for the whole run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'timedesk-e2e-'))
  const mailFile = path.join(folder, 'mail.jsonl')
  await writeFile(mailFile, '')
  const smtp = await receiveMail(mailFile)
  const port = await freePort()
  const baseUrl = `http://localhost:${String(port)}`
  const server = startProduct(port, path.join(folder, 'data'), smtp.port)
  await untilReady(server, baseUrl).catch(async (error: unknown) => {
    if (server.exitCode === null) await stop(server)
    throw error
  })
  project.provide('baseUrl', baseUrl)
  project.provide('mailFile', mailFile)

  return async () => {
    await stop(server)
    smtp.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function startProduct(port: number, dataFolder: string, smtpPort: number): ChildProcess {
  const main = path.resolve(import.meta.dirname, '../apps/api/src/main.ts')
  return spawn(process.execPath, [main], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_FOLDER: dataFolder,
      SMTP_URL: `smtp://127.0.0.1:${String(smtpPort)}`,
      LOG_LEVEL: 'error',
    },
  })
}

async function receiveMail(file: string): Promise<{ port: number; close: () => void }> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address)
        const mail = { recipients, source: Buffer.concat(chunks).toString('utf8') }
        appendFile(file, `${JSON.stringify(mail)}\n`).then(() => done(), done)
      })
    },
  })
  const port = await freePort()
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  return { port, close: () => server.close(() => undefined) }
}

async function untilReady(server: ChildProcess, baseUrl: string): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS
  while (performance.now() < deadline && server.exitCode === null) {
    const isReady = await fetch(`${baseUrl}/readyz`)
      .then(({ ok }) => ok)
      .catch(() => false)
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
  }
  throw new Error(`The product did not start (exit code ${String(server.exitCode)}).`)
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await ended
  clearTimeout(timer)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
}
