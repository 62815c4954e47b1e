import { expect, test } from 'vitest'

import { addUp, closingLine, NOTHING, ONE_FAILED, ONE_PASSED, readReport } from './test-count.ts'

const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [] }

test('the closing line is plain, and tells of skipped tests when there are any', () => {
  expect(closingLine(addUp([ONE_PASSED, ONE_PASSED, ONE_FAILED]))).toBe('2 passed, 1 failed')
  expect(closingLine({ ...NOTHING, skipped: 4 })).toBe('0 passed, 0 failed, 4 skipped')
})

test('a report counts its tests', () => {
  expect(readReport(JSON.stringify(report))).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

test('a file that fails before its first test is a failure', () => {
  const broken = { status: 'failed', assertionResults: [] }

  expect(readReport(JSON.stringify({ ...report, testResults: [broken] })).failed).toBe(2)
})

test('a missing report is a failure', () => {
  expect(readReport(undefined)).toEqual(ONE_FAILED)
})
