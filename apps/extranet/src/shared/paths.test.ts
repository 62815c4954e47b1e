import { expect, test } from 'vitest'
import { safeReturnPath, signInPath } from './paths.ts'

test.for([
  ['/cases/1042', '/cases/1042'],
  ['/cases?status=open#end', '/cases?status=open#end'],
  [null, '/'],
  ['', '/'],
  ['cases/1042', '/'],
  ['https://elsewhere.example/cases', '/'],
  ['//elsewhere.example/cases', '/'],
  ['/\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['/.//elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?return=/sign-in', '/'],
] as const)('signing in with the wish %j leads to %j', ([wanted, path]) => {
  expect(safeReturnPath(wanted)).toBe(path)
})

test('the sign-in page remembers where one wanted to go', () => {
  expect(signInPath('/cases/1042')).toBe('/sign-in?return=%2Fcases%2F1042')
  expect(signInPath('/')).toBe('/sign-in')
})
