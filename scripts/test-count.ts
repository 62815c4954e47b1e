/** How many tests and checks ended how. */
export type Count = { passed: number; failed: number; skipped: number }

export const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 }
export const ONE_PASSED: Count = { ...NOTHING, passed: 1 }
export const ONE_FAILED: Count = { ...NOTHING, failed: 1 }

export function addUp(counts: Count[]): Count {
  return counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    NOTHING,
  )
}

/** The last line of `npm test`, for people and machines: `12 passed, 0 failed`, and `, 1 skipped` when any was. */
export function closingLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
}

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** Counts vitest's JSON report. A file that failed before its first test counts as one failure; no report, too. */
export function readReport(text: string | undefined): Count {
  if (text === undefined) return ONE_FAILED
  const report = JSON.parse(text) as Report
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
