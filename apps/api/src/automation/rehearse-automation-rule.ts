import type { RuleAction, RuleDraft } from '@timedesk/contracts/automation-rules'
import type { RehearsedChange, RehearsedDifference } from '@timedesk/contracts/rehearsals'
import { Refusal } from '@timedesk/contracts/refusal'
import { lacksMove } from '@timedesk/domain/automation/lacks-move'
import { wouldChange } from '@timedesk/domain/automation/would-change'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import type { Replay, Window } from '../service-levels/rehearsal/replay.ts'
import { describeAction, findActionWords } from './describe-action.ts'
import { findHits, type NumberedHit } from './find-hits.ts'
import { findWorkflowBook } from './find-workflow-book.ts'
import { requireRule } from './require-rule.ts'

type RuleChange = Extract<RehearsedChange, { kind: 'automation_rule' }>
/** A hit by its case and moment, and what it would have changed, in words. */
type Told = { caseId: string; at: string; deeds: string }

/**
 * When a rule would have fitted past cases as it is, and as drafted, and what it would have done. A new rule fits
 * nothing as it is, and what the workflow would refuse is nothing that a rule would do. What its changes would lead to,
 * such as other deadlines and deeds of other rules, is not replayed. Refuses with `not_found`, and what saving the draft would refuse.
 */
export async function rehearseAutomationRule(
  reader: Reader,
  { ruleId, rule }: RuleChange,
  { caseIds, from, now }: Window,
): Promise<Replay> {
  await requireRule(reader, rule, '/body/change/rule')
  const stored = ruleId === null ? null : await findStored(reader, ruleId)
  const span = { from, to: now }
  const asIs = stored === null ? [] : await tell(reader, stored.actions, await findHits(reader, stored, caseIds, span))
  const draft = await tell(reader, rule.actions, await findHits(reader, rule, caseIds, span))
  return {
    figures: [{ figure: 'rule_hits', clock: null, asIs: asIs.length, draft: draft.length }],
    differences: differencesOf(asIs, draft),
  }
}

async function findStored(reader: Reader, ruleId: string): Promise<RuleDraft> {
  const [rule] = await reader.rows<RuleDraft & { isActive: boolean }>(
    Prisma.sql`SELECT trigger, conditions, actions FROM automation_rule WHERE id = ${ruleId}::uuid`,
  )
  if (rule === undefined) throw new Refusal('not_found')
  return rule
}

async function tell(reader: Reader, actions: readonly RuleAction[], hits: readonly NumberedHit[]): Promise<Told[]> {
  const [words, book] = await Promise.all([findActionWords(reader, actions), findWorkflowBook(reader)])
  const done = hits.filter(({ facts }) => !lacksMove(actions, facts, book))
  return done.map(({ caseId, at, facts }) => {
    const changing = actions.filter((action) => wouldChange(action, facts))
    const deeds = changing.map((action) => describeAction(action, words).value).join('; ')
    return { caseId, at: at.toISOString(), deeds }
  })
}

/** What one side would have done at a moment and the other not, or otherwise. */
function differencesOf(asIs: readonly Told[], draft: readonly Told[]): Replay['differences'] {
  const moments = new Map<string, { caseId: string; at: string; asIs: string | null; draft: string | null }>()
  for (const { caseId, at, deeds } of asIs) moments.set(`${caseId} ${at}`, { caseId, at, asIs: deeds, draft: null })
  for (const { caseId, at, deeds } of draft) {
    const key = `${caseId} ${at}`
    moments.set(key, { caseId, at, asIs: moments.get(key)?.asIs ?? null, draft: deeds })
  }
  const differences = new Map<string, RehearsedDifference[]>()
  for (const { caseId, at, ...sides } of moments.values()) {
    if (sides.asIs === sides.draft) continue
    const one: RehearsedDifference = { what: 'rule', clock: null, cycle: null, at, ...sides }
    differences.set(caseId, [...(differences.get(caseId) ?? []), one])
  }
  return differences
}
