import { expect, test } from 'vitest'
import { createLane } from './lane.ts'

/** Work that ends when the test says so. */
function pending() {
  let finish: () => void = () => undefined
  const work = new Promise<void>((resolve) => {
    finish = resolve
  })
  return { work: () => work, finish }
}

test('no more runs at once than may, and the rest follows in order', async () => {
  const lane = createLane({ runningMax: 1, waitingMax: 2 })
  const first = pending()
  const seen: string[] = []
  const running = lane(() => first.work().then(() => seen.push('first')))
  const others = ['second', 'third'].map((name) => lane(async () => Promise.resolve(seen.push(name))))

  expect(seen).toEqual([])
  first.finish()
  await Promise.all([running, ...others])

  expect(seen).toEqual(['first', 'second', 'third'])
})

test('what finds too many waiting is refused, and later work is taken again', async () => {
  const lane = createLane({ runningMax: 1, waitingMax: 1 })
  const first = pending()
  const running = lane(first.work)
  const waiting = lane(() => Promise.resolve('waited'))

  await expect(lane(() => Promise.resolve())).rejects.toMatchObject({ code: 'unavailable' })
  first.finish()
  await running

  expect(await waiting).toBe('waited')
  expect(await lane(() => Promise.resolve('later'))).toBe('later')
})

test('work that fails leaves its place to the next', async () => {
  const lane = createLane({ runningMax: 1, waitingMax: 1 })
  const failing = lane(() => Promise.reject(new Error('broken')))
  const next = lane(() => Promise.resolve('next'))

  await expect(failing).rejects.toThrow('broken')
  expect(await next).toBe('next')
})
