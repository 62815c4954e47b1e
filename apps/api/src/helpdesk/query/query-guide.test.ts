import { readFile } from 'node:fs/promises'
import { queryKeys, ruleOfKey } from '@timedesk/domain/query/query-keys'
import { expect, test } from 'vitest'

test('the guide tells of every key and every word of the language', async () => {
  const guide = await readFile(new URL('../../../../../docs/query-language.md', import.meta.url), 'utf8')
  const missing = queryKeys
    .flatMap((key) => [key, ...(ruleOfKey(key)?.words ?? [])])
    .filter((word) => !guide.includes(`\`${word}\``))

  expect(missing).toEqual([])
})
