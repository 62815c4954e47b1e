import { nextFitting, waitsFor } from '@timedesk/domain/automation/choose-rule'
import { ruleEventsOf } from '@timedesk/domain/automation/rule-events'
import { foldText, type CaseFacts } from '@timedesk/domain/conditions/facts'
import type { RuleEvent } from '@timedesk/contracts/automation-rules'
import { Prisma } from '@timedesk/prisma/client'
import { findCaseFacts } from '../dispatch/find-case-facts.ts'
import { createArrange } from '../helpdesk/create-arrange.ts'
import { lockCase } from '../helpdesk/lock-case.ts'
import { lockWorkflows } from '../helpdesk/moves/lock-workflows.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { DeliveredEvent, Handler } from '../platform/events/relay.ts'
import { findOrigin, type Cause } from './run-log.ts'
import { runRule } from './run-rule.ts'
import { findActiveRules, type StoredRule } from './stored-rule.ts'

/**
 * Asks the event rules about what happened on a case, in their order and each with the case as it is by then, in the
 * delivery's transaction. A delivery that is repeated finds what it led to and leaves it there. What a contact did has
 * been arranged before: rules see the case dispatched, with its policy.
 */
export function createAutomate(deps: Pick<Deps, 'newId' | 'now' | 'publicUrl'>): Handler {
  const arrange = createArrange(deps)
  return async (tx, event, written) => {
    const { caseId } = event
    const events = ruleEventsOf(event.payload, event.actorKind)
    if (caseId === null || events.length === 0) return
    const rules = (await findActiveRules(tx, 'event')).filter((rule) => waitsFor(rule, events))
    if (rules.length === 0) return
    await lockWorkflows(tx, 'shared')
    if (event.actorKind === 'contact') await arrange(tx, event, written)
    // What happened to a case that goes on in another one is told there.
    if ((await lockCase(tx, caseId, { allowsMerged: true })).mergedIntoId !== null) return
    const key = `event:${event.id}`
    if (await wasAnswered(tx, caseId, key)) return
    const origin = await findOrigin(tx, event.requestId, key)
    const cause = { key, since: null, at: event.at, ...origin }
    const running = { newId: deps.newId, publicUrl: deps.publicUrl, now: deps.now(), written }
    let next = nextFitting(rules, await factsOf(tx, event, caseId, rules), -1)
    while (next !== null) {
      const { rule, place } = next
      await runRule(tx, running, await lockCase(tx, caseId), rule, { ...cause, event: eventOf(rule, events) })
      next = nextFitting(rules, await factsOf(tx, event, caseId, rules), place)
    }
  }
}

async function wasAnswered(tx: Tx, caseId: string, key: Cause['key']): Promise<boolean> {
  const rows = await tx.rows(
    Prisma.sql`SELECT 1 FROM automation_run WHERE case_id = ${caseId}::uuid AND cause_key = ${key} LIMIT 1`,
  )
  return rows.length > 0
}

/** Of what happened, what the rule waits for. */
function eventOf({ trigger }: StoredRule, events: readonly RuleEvent[]): RuleEvent | null {
  return events.find((event) => trigger.kind === 'event' && trigger.events.includes(event)) ?? null
}

/** What is true of the case now, at the hour when it happened; its words are those that were said then. */
async function factsOf(
  tx: Tx,
  { at, payload }: DeliveredEvent,
  caseId: string,
  rules: readonly StoredRule[],
): Promise<CaseFacts> {
  const conditions = rules.flatMap((rule) => rule.conditions)
  const facts = (await findCaseFacts(tx, [caseId], at, conditions)).get(caseId)
  if (facts === undefined) throw new Error('The locked case is gone')
  if (payload.type !== 'reply.posted') return facts
  const [said] = await tx.rows<{
    words: string
  }>(Prisma.sql`SELECT concat(c.subject, E'\n', left(r.body, 20000)) AS words
    FROM support_case c JOIN reply r ON r.id = ${payload.replyId}::uuid WHERE c.id = ${caseId}::uuid`)
  return said === undefined ? facts : { ...facts, foldedWords: foldText(said.words) }
}
