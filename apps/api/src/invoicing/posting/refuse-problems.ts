import { Refusal } from '@timedesk/contracts/refusal'
import type { DocumentProblem } from '@timedesk/domain/invoicing/document'

/**
 * Refuses what has errors, and names all of them at once (R45): with `period_locked` when a closed period is all that is
 * wrong, else with `posting_refused`. Warnings keep nothing back.
 */
export function refuseProblems(problems: readonly DocumentProblem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first === undefined) return
  const fields = errors.map(({ pointer, code, message }) => ({ pointer, code, message }))
  const isClosed = errors.every(({ code }) => code === 'period_locked')
  throw new Refusal(isClosed ? 'period_locked' : 'posting_refused', { detail: first.message, fields })
}
