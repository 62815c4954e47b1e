import { streamLive } from '@timedesk/contracts/live'
import { expect, test } from 'vitest'
import { DEPARTMENT_ID, at, buildClient } from '../test/answers.ts'
import { ApiRefusal } from './api-error.ts'
import { openLive, type LiveSource } from './live.ts'

const message = { type: 'reply.posted', caseId: null, eventId: DEPARTMENT_ID }
const event = new Event('any')

/** A listener whose streams the test plays; `log` is what it heard and did, in order. */
function listen(checkSession: () => Promise<unknown> = () => Promise.resolve()) {
  const log: unknown[] = []
  const sources: LiveSource[] = []
  const opened: ((source: LiveSource) => void)[] = []
  const live = openLive(buildClient().client, streamLive, {
    onMessage: (heard) => log.push(heard),
    onGap: () => log.push('gap'),
    checkSession: () => {
      log.push('check')
      return checkSession()
    },
    random: () => 1,
    sleep: (ms) => {
      log.push(ms)
      return Promise.resolve()
    },
    newSource: (url) => {
      const source: LiveSource = { onopen: null, onmessage: null, onerror: null, close: () => log.push('close') }
      log.push(url)
      sources.push(source)
      opened.shift()?.(source)
      return source
    },
  })
  const next = () => new Promise<LiveSource>((resolve) => opened.push(resolve))
  return { live, log, first: sources[0], next }
}

test('it hears messages, reconnects and tells of the gap', async () => {
  const { log, first, next } = listen()

  first?.onopen?.(event)
  first?.onmessage?.(new MessageEvent('message', { data: JSON.stringify(message) }))
  const second = next()
  first?.onerror?.(event)
  const source = await second
  source.onopen?.(event)

  expect(log).toEqual([at(streamLive), message, 'close', 1_000, 'check', at(streamLive), 'gap'])
})

test('a message that it cannot read counts as a gap', () => {
  const { log, first } = listen()

  first?.onopen?.(event)
  first?.onmessage?.(new MessageEvent('message', { data: '{' }))

  expect(log).toEqual([at(streamLive), 'gap'])
})

test('it waits ever longer while nothing answers', async () => {
  let isDown = true
  const { log, first, next } = listen(() => {
    if (!isDown) return Promise.resolve()
    isDown = false
    return Promise.reject(new TypeError('no network'))
  })

  const second = next()
  first?.onerror?.(event)
  await second

  expect(log).toEqual([at(streamLive), 'close', 1_000, 'check', 2_000, 'check', at(streamLive)])
})

test('it stays closed when the session is over', async () => {
  const refused = Promise.withResolvers<undefined>()
  const problem = { type: '', title: '', status: 401, instance: '', code: 'unauthenticated', requestId: 'r' } as const
  const { log, first } = listen(() => {
    queueMicrotask(() => queueMicrotask(() => refused.resolve(undefined)))
    return Promise.reject(new ApiRefusal(problem))
  })

  first?.onerror?.(event)
  await refused.promise
  await Promise.resolve()

  expect(log).toEqual([at(streamLive), 'close', 1_000, 'check'])
})

test('closing ends the stream for good', () => {
  const { live, log } = listen()

  live.close()

  expect(log).toEqual([at(streamLive), 'close'])
})
