import { Agent, request as send } from 'node:http'

export type Shot = { method: string; path: string; headers?: Record<string, string>; body?: unknown }
export type Measured = {
  perSecond: number
  p50Ms: number
  p95Ms: number
  p99Ms: number
  requests: number
  failures: number
  firstFailure?: string
}

/** Fires at a server on this machine for a bounded time, `concurrency` requests at once, each made by `next`. */
export async function load(
  port: number,
  seconds: number,
  concurrency: number,
  next: (shot: number) => Shot,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  const times: number[] = []
  let failures = 0
  let firstFailure: string | undefined
  let shots = 0
  const start = performance.now()
  const end = start + seconds * 1000

  const work = async () => {
    while (performance.now() < end) {
      const began = performance.now()
      const { status, text } = await fire(agent, port, next(shots++))
      times.push(performance.now() - began)
      if (status >= 300) {
        failures += 1
        firstFailure ??= `${String(status)} ${text.slice(0, 300)}`
      }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  const elapsed = (performance.now() - start) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    perSecond: times.length / elapsed,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    requests: times.length,
    failures,
    ...(firstFailure !== undefined && { firstFailure }),
  }
}

function fire(
  agent: Agent,
  port: number,
  { method, path, headers, body }: Shot,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body)
    const outgoing = send(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        agent,
        headers: {
          ...headers,
          ...(payload !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(payload),
          }),
        },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          if (text.length < 400) text += chunk
        })
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text })
        })
        response.on('error', reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(payload)
  })
}
