import { brotliDecompressSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { builtFile } from './built-app.ts'

test('a file is sent at once, and smaller as soon as it was compressed better', async () => {
  const words = Array.from(
    { length: 20_000 },
    (_, index) => `const name${String((index * 7919) % 10_007)} = ${String(index)}`,
  )
  const file = builtFile(Buffer.from(words.join('\n')), 'text/javascript; charset=utf-8')

  const first = await file.bytes('br')
  await vi.waitFor(async () => expect((await file.bytes('br')).length).toBeLessThan(first.length), { timeout: 20_000 })

  expect(brotliDecompressSync(first)).toEqual(brotliDecompressSync(await file.bytes('br')))
})
