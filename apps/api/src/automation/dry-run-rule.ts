import type { RuleAction, RuleDraft } from '@timedesk/contracts/automation-rules'
import type { DryRun } from '@timedesk/contracts/automation-runs'
import { REHEARSAL_CASES_MAX } from '@timedesk/contracts/limits'
import type { Hit } from '@timedesk/domain/automation/replay-rule'
import { lacksMove } from '@timedesk/domain/automation/lacks-move'
import { wouldChange } from '@timedesk/domain/automation/would-change'
import type { Reader } from '../platform/db/database.ts'
import { describeAction, findActionWords, type ActionWords } from './describe-action.ts'
import { findHits, type NumberedHit } from './find-hits.ts'
import { findReplayedCases } from './find-replayed-cases.ts'
import { findWorkflowBook } from './find-workflow-book.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const EXAMPLES_MAX = 50

/**
 * What a rule would have done in the last days: the logs of the cases that it may have been asked about are replayed,
 * the latest of them up to a limit. Only reads.
 */
export async function dryRunRule(
  reader: Reader,
  draft: RuleDraft,
  { days, now }: { days: number; now: Date },
): Promise<DryRun> {
  const from = new Date(now.getTime() - days * DAY_MS)
  const found = await findReplayedCases(reader, draft.trigger, { from, to: now })
  const caseIds = found.slice(0, REHEARSAL_CASES_MAX)
  const hits = await findHits(reader, draft, caseIds, { from, to: now })
  const [words, book] = await Promise.all([findActionWords(reader, draft.actions), findWorkflowBook(reader)])
  const isRefused = ({ facts }: Hit) => lacksMove(draft.actions, facts, book)
  const done = hits.filter((hit) => !isRefused(hit))
  return {
    days,
    cases: caseIds.length,
    isCut: found.length > caseIds.length,
    hits: hits.length,
    casesHit: new Set(hits.map(({ caseId }) => caseId)).size,
    refused: hits.length - done.length,
    changes: countChanges(draft.actions, done),
    examples: latest(hits).map((hit) => example(hit, isRefused(hit), draft.actions, words)),
  }
}

function countChanges(actions: readonly RuleAction[], hits: readonly Hit[]): DryRun['changes'] {
  return actions.map((action) => ({
    action: action.kind,
    count: hits.filter(({ facts }) => wouldChange(action, facts)).length,
  }))
}

function latest(hits: readonly NumberedHit[]): NumberedHit[] {
  return hits.toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, EXAMPLES_MAX)
}

function example(
  { at, event, facts, case: reference }: NumberedHit,
  isRefused: boolean,
  actions: readonly RuleAction[],
  words: ActionWords,
): DryRun['examples'][number] {
  const changing = isRefused ? [] : actions.filter((action) => wouldChange(action, facts))
  return {
    case: reference,
    at: at.toISOString(),
    event,
    isRefused,
    actions: changing.map((action) => describeAction(action, words)),
  }
}
