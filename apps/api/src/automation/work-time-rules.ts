import {
  occurrenceOf,
  hasCome,
  occurrenceKey,
  type Occurrence,
  type TimeTrigger,
} from '@timedesk/domain/automation/occurrence'
import { matchConditions } from '@timedesk/domain/conditions/match-conditions'
import { Prisma } from '@timedesk/prisma/client'
import { findCaseFacts } from '../dispatch/find-case-facts.ts'
import { lockCase } from '../helpdesk/lock-case.ts'
import { lockWorkflows } from '../helpdesk/moves/lock-workflows.ts'
import type { WrittenEvent } from '../platform/context.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { Deps } from '../platform/deps.ts'
import { findMoments, type FoundMoments } from './find-moments.ts'
import { findTimeCandidates } from './find-time-candidates.ts'
import { findOrigin, findRuns, runKey, type Cause } from './run-log.ts'
import { runRule } from './run-rule.ts'
import { findActiveRules, type StoredRule } from './stored-rule.ts'

type World = Pick<Deps, 'database' | 'signals' | 'newId' | 'publicUrl' | 'log'>
type TimeRule = StoredRule & { trigger: TimeTrigger }
type Come = { rule: TimeRule; occurrence: Occurrence; key: string }

const BATCH_SIZE = 200

/**
 * Asks the time rules about the cases whose time has come. Each case is a transaction of its own, and what ran is in the
 * run log, so it may run late, twice and by several workers at once. A fault keeps no other case waiting; it is thrown
 * when all are done, and the rules are asked about the same span again.
 */
export async function workTimeRules(world: World, now: Date): Promise<void> {
  const { reader } = world.database
  const rules = (await findActiveRules(reader, 'time')).filter(isTimeRule)
  const candidates = await findTimeCandidates(reader, rules, now)
  const faults: unknown[] = []
  for (let from = 0; from < candidates.length; from += BATCH_SIZE)
    for (const caseId of await whoseTimeHasCome(reader, rules, candidates.slice(from, from + BATCH_SIZE), now)) {
      try {
        await askAbout(world, rules, caseId, now)
      } catch (error) {
        world.log.error({ err: error, caseId }, 'time rules could not be asked about a case')
        faults.push(error)
      }
    }
  if (faults.length > 0) throw new AggregateError(faults, 'Time rules could not be asked about some cases')
  await reader.rows(Prisma.sql`UPDATE automation_rule SET asked_until = ${now}
    WHERE id = ANY(${rules.map(({ id }) => id)}::uuid[]) AND asked_until < ${now}`)
}

function isTimeRule(rule: StoredRule): rule is TimeRule {
  return rule.trigger.kind === 'time'
}

/** Most that something happened on wait for nothing; those are left without opening a transaction. */
async function whoseTimeHasCome(
  reader: Reader,
  rules: readonly TimeRule[],
  caseIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const found = await findMoments(reader, caseIds)
  return found.filter((moments) => comeOn(rules, moments, now).length > 0).map(({ caseId }) => caseId)
}

function comeOn(rules: readonly TimeRule[], moments: FoundMoments, now: Date): Come[] {
  return rules.flatMap((rule) => {
    const occurrence = occurrenceOf(rule.trigger, moments)
    const { activeSince } = rule
    if (occurrence === null || !hasCome(occurrence, { activeSince, now })) return []
    return [{ rule, occurrence, key: occurrenceKey(rule.trigger, occurrence) }]
  })
}

async function askAbout(world: World, rules: readonly TimeRule[], caseId: string, now: Date): Promise<void> {
  const written = await world.database.transact(async (tx) => {
    const events: WrittenEvent[] = []
    await lockWorkflows(tx, 'shared')
    // What happens to a case that goes on in another one happens there.
    if ((await lockCase(tx, caseId, { allowsMerged: true })).mergedIntoId !== null) return events
    for (const rule of rules) if (await ask(tx, world, { rule, caseId, now, written: events })) break
    return events
  })
  if (written.length > 0) world.signals.publish(written)
}

type Asking = { rule: TimeRule; caseId: string; now: Date; written: WrittenEvent[] }

/**
 * Asks one rule about the case as it is by then, and runs it when it fits. Resolves with whether those after it are to
 * be left: it stops the rest, and fits now or has run for this occurrence already.
 */
async function ask(tx: Tx, world: World, { rule, caseId, now, written }: Asking): Promise<boolean> {
  const [moments] = await findMoments(tx, [caseId])
  const [come] = moments === undefined ? [] : comeOn([rule], moments, now)
  if (moments === undefined || come === undefined) return false
  const ran = await findRuns(tx, caseId, [come.key])
  if (ran.has(runKey(rule.id, come.key))) return rule.stopsAfter
  const facts = (await findCaseFacts(tx, [caseId], now, rule.conditions)).get(caseId)
  if (facts === undefined || !matchConditions(rule.conditions, facts).matches) return false
  const running = { newId: world.newId, publicUrl: world.publicUrl, now, written }
  await runRule(tx, running, await lockCase(tx, caseId), rule, await causeOf(tx, come, moments))
  return rule.stopsAfter
}

/** A status that a rule set is the end of a chain; what else a rule counts from, people do. */
async function causeOf(
  tx: Tx,
  { rule: { trigger }, occurrence, key }: Come,
  { statusRequestId }: FoundMoments,
): Promise<Cause> {
  const origin = await findOrigin(tx, trigger.since === 'status' ? statusRequestId : null, key)
  return { key, event: null, since: trigger.since, at: occurrence.since, ...origin }
}
