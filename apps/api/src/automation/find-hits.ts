import type { RuleDraft } from '@timedesk/contracts/automation-rules'
import { replayRule, type Hit, type Window } from '@timedesk/domain/automation/replay-rule'
import type { Reader } from '../platform/db/database.ts'
import { findLoggedCases, type NumberedCase } from './find-logged-cases.ts'
import { findNamesOfLog } from './find-names-of-log.ts'

const BATCH_SIZE = 500

/** When a rule would have fitted a case, and how people call the case. */
export type NumberedHit = Hit & { case: NumberedCase['reference'] }

/** When a rule would have fitted these cases within a span of time, by their logs. Only reads. */
export async function findHits(
  reader: Reader,
  rule: Pick<RuleDraft, 'trigger' | 'conditions'>,
  caseIds: readonly string[],
  span: { from: Date; to: Date },
): Promise<NumberedHit[]> {
  const window: Window = { ...span, ...(await findNamesOfLog(reader)) }
  const hits: NumberedHit[] = []
  for (let at = 0; at < caseIds.length; at += BATCH_SIZE) {
    const logged = await findLoggedCases(reader, caseIds.slice(at, at + BATCH_SIZE), rule.conditions, span.to)
    for (const { reference, ...one } of logged)
      hits.push(...replayRule(rule, one, window).map((hit) => lightened(hit, reference)))
  }
  return hits
}

/** Without the words of the case, which are long and were asked already. */
function lightened(hit: Hit, reference: NumberedHit['case']): NumberedHit {
  return { ...hit, facts: { ...hit.facts, foldedWords: '' }, case: reference }
}
