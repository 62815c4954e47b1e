import { expect, test } from 'vitest'
import { fieldOfKey, ruleOfKey } from './query-keys.ts'

test('custom fields are asked for by key or id, and nothing else has a rule', () => {
  const id = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'
  expect(['field.device', `field.${id}`, 'field.', 'field', 'fields.x', 'field.9'].map(fieldOfKey)).toEqual([
    ...['device', id],
    ...[null, null, null, null],
  ])
  for (const key of ['toString', 'field', 'constructor', 'Status']) expect(ruleOfKey(key)).toBeNull()
})
