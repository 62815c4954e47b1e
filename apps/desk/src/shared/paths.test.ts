import { expect, test } from 'vitest'

import { paths, returnPath, signInPath } from './paths.ts'

test.for([
  ['/cases/1042', '/cases/1042'],
  ['/cases?view=all#end', '/cases?view=all#end'],
  [null, paths.cases],
  ['https://elsewhere.example/', paths.cases],
  ['//elsewhere.example/', paths.cases],
  ['/\\elsewhere.example/', paths.cases],
  ['javascript:alert(1)', paths.cases],
] as const)('after sign-in %s leads to %s', ([from, to]) => {
  expect(returnPath(from)).toBe(to)
})

test('sign-in knows where the person was', () => {
  expect(signInPath({ pathname: '/cases/7', search: '?a=1', hash: '' })).toBe('/sign-in?from=%2Fcases%2F7%3Fa%3D1')
})
