import { ApiRefusal } from '@timedesk/client/api-error'
import { expect, test } from 'vitest'

import { problemOfField, problemsElsewhere } from './field-problems.ts'

const refusal = new ApiRefusal({
  type: '/api/docs/problems#invalid_request',
  title: 'The request is not valid',
  status: 400,
  instance: 'urn:request:1',
  code: 'invalid_request',
  requestId: '1',
  errors: [
    { pointer: '/body/name', code: 'too_small', message: 'Too small' },
    { pointer: '/body/ratePerHour/amount', code: 'invalid_format', message: 'Invalid' },
    { pointer: '/query/limit', code: 'too_big', message: 'Too big' },
  ],
})

test.for([
  ['name', 'too_small'],
  ['ratePerHour', 'invalid_format'],
  ['limit', undefined],
  ['address', undefined],
] as const)('the problem of “%s” is %s', ([name, code]) => {
  expect(problemOfField(refusal, name)?.code).toBe(code)
})

test('what belongs to no field of the form is told apart', () => {
  expect(problemsElsewhere(refusal, ['name', 'ratePerHour']).map(({ pointer }) => pointer)).toEqual(['/query/limit'])
})

test('a failure without a decision has no field problems', () => {
  expect(problemOfField(new Error('network'), 'name')).toBeUndefined()
})
