import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** As scripts/bootstrap.mjs starts it. */
const PRODUCT_FLAGS = ['--max-semi-space-size=16']
const READY_WITHIN_MS = 300_000
const READY_ASKED_EVERY_MS = 100

/** Starts the product as `npm start` does, on a database that exists, without limits on requests and, by default, without demo company. */
export function startProduct(
  port: number,
  url: string,
  dataFolder: string,
  settings: NodeJS.ProcessEnv = {},
): ChildProcess {
  return fork(path.join(root, 'apps/api/src/main.ts'), {
    execArgv: PRODUCT_FLAGS,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: url,
      DATA_FOLDER: dataFolder,
      DEMO_COMPANY: 'false',
      REQUESTS_PER_MINUTE: '100000000',
      LOG_LEVEL: 'error',
      ...settings,
    },
  })
}

/** Starts the floor and resolves when it listens. */
export function startFloor(port: number, url: string): Promise<ChildProcess> {
  const child = fork(path.join(import.meta.dirname, 'floor-server.ts'), [url, String(port)])
  return new Promise((resolve) =>
    child.once('message', () => {
      resolve(child)
    }),
  )
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
}

/** Resolves when the product answers that it is ready. */
export async function untilReady(port: number): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS
  while (performance.now() < deadline) {
    const isReady = await fetch(`http://127.0.0.1:${String(port)}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, READY_ASKED_EVERY_MS))
  }
  throw new Error('The product did not get ready within five minutes.')
}

/** What a process holds in memory, in megabytes; null where the system does not tell. */
export async function residentMegabytes({ pid }: ChildProcess): Promise<number | null> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmRSS:\s+(\d+)/u.exec(status)?.[1]
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
}
