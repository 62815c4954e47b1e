import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { makeWhenStale, type Product } from './when-stale.ts'

let folder: string
let made: number

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'timedesk-stale-'))
  made = 0
  await mkdir(path.join(folder, 'src'))
  await writeFile(path.join(folder, 'src/a.ts'), 'one')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('makes a product once, until a source changes', async () => {
  await makeWhenStale(product())
  await makeWhenStale(product())
  expect(made).toBe(1)

  await writeFile(path.join(folder, 'src/a.ts'), 'two')
  await makeWhenStale(product())
  expect(made).toBe(2)
})

test('makes it again when it is gone or a source is added', async () => {
  await makeWhenStale(product())
  await rm(path.join(folder, 'dist'), { recursive: true })
  await makeWhenStale(product())
  expect(made).toBe(2)

  await writeFile(path.join(folder, 'src/b.ts'), 'new')
  await makeWhenStale(product())
  expect(made).toBe(3)
})

test('tries again after a failure', async () => {
  expect(await makeWhenStale({ ...product(), make: () => Promise.resolve(false) })).toBe(false)
  expect(await makeWhenStale(product())).toBe(true)
  expect(made).toBe(1)
})

function product(): Product {
  return {
    name: 'example',
    root: folder,
    sources: ['src/**'],
    result: 'dist/index.html',
    async make() {
      made += 1
      await mkdir(path.join(folder, 'dist'), { recursive: true })
      await writeFile(path.join(folder, 'dist/index.html'), '')
      return true
    },
  }
}
