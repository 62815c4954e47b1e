import { ShippedView } from '@timedesk/contracts/case-views'
import { expect, test } from 'vitest'
import { formatQuery } from './format-query.ts'
import { parseQuery } from './parse-query.ts'
import { shippedViewOf, shippedViews } from './shipped-views.ts'

test('every shipped view is there once, and its text is the text of its query', () => {
  expect(shippedViews.map(({ id }) => id)).toEqual(ShippedView.options)
  for (const { query } of shippedViews) {
    const parsed = parseQuery(query)
    expect(parsed.problems).toEqual([])
    expect(formatQuery(parsed.query)).toBe(query)
  }
  expect(shippedViewOf('inbox')?.id).toBe('inbox')
  expect(shippedViewOf('outbox')).toBeNull()
})
