import type { RuleAction } from '@timedesk/contracts/automation-rules'
import type { AutomationRun } from '@timedesk/contracts/automation-runs'
import { Refusal } from '@timedesk/contracts/refusal'
import { guardChain, type GuardReason } from '@timedesk/domain/automation/guard-chain'
import type { LockedCase } from '../helpdesk/lock-case.ts'
import type { Context, SystemActor, WrittenEvent } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { orRefusal } from '../platform/db/savepoint.ts'
import type { Deps } from '../platform/deps.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { carryOut, type Told } from './carry-out.ts'
import { describeAction, findActionWords } from './describe-action.ts'
import { findOutcomes, requestOfRun, storeRun, type Cause } from './run-log.ts'
import type { StoredRule } from './stored-rule.ts'

/** What running a rule takes of the world, and the events that it writes. */
export type Running = Pick<Deps, 'newId' | 'publicUrl'> & { now: Date; written: WrittenEvent[] }

type Result = {
  outcome: AutomationRun['outcome']
  refusal: AutomationRun['refusal']
  told: Told
}

const nobody: Told = { employeeIds: [], departmentIds: [] }
const guardDetails: Record<GuardReason, string> = {
  loop: 'What this rule did led back to it.',
  repeated: 'It has run already because of the same thing.',
  too_long: 'Too many rules led to one another.',
}

/**
 * Runs a rule that fits a locked case: all of its actions, or none when one is refused, and keeps what came of it in the
 * run log and in the case's log. A rule whose own deed led to it is stopped, and that is kept too, once.
 */
export async function runRule(
  tx: Tx,
  running: Running,
  held: LockedCase,
  rule: Pick<StoredRule, 'id' | 'name' | 'actions'>,
  cause: Cause,
): Promise<void> {
  const { hasRun, wasStopped } = await findOutcomes(tx, { ruleId: rule.id, caseId: held.id, root: cause.root })
  const guard = guardChain({ chain: cause.chain, hasRun }, rule.id)
  if (guard !== null && wasStopped) return
  const id = running.newId()
  const actor: SystemActor = { kind: 'system', id: null, name: rule.name }
  const { now, newId, written } = running
  const context: Context<SystemActor> = { actor, now, newId, requestId: requestOfRun(id), written }
  const { outcome, refusal, told } = guard === null ? await attempt(tx, context, running, held, rule) : stopped(guard)
  const actions = outcome === 'done' ? await describe(tx, rule.actions) : []
  const subject = { kind: 'case', id: held.id, caseId: held.id, customerId: held.customerId } as const
  const event = { ruleId: rule.id, rule: rule.name, runId: id, actions, refusal: refusal?.code ?? null, ...told }
  await appendEvents(tx, context, subject, [{ type: 'rule.ran', ...event }])
  const eventId = written.at(-1)?.id ?? ''
  await storeRun(tx, { id, ruleId: rule.id, caseId: held.id, cause, outcome, actions, refusal, eventId, at: now })
}

async function attempt(
  tx: Tx,
  context: Context<SystemActor>,
  { publicUrl }: Running,
  held: LockedCase,
  { actions }: Pick<StoredRule, 'actions'>,
): Promise<Result> {
  let action: string | null = null
  const step = (kind: string) => {
    action = kind
  }
  const acting = { tx, context, caseId: held.id, publicUrl, step }
  const told = await orRefusal(tx, context, () => carryOut(acting, held, actions))
  if (!(told instanceof Refusal)) return { outcome: 'done', refusal: null, told }
  return { outcome: 'refused', refusal: { code: told.code, action, detail: detailOf(told) }, told: nobody }
}

function stopped(guard: GuardReason): Result {
  return { outcome: 'stopped', refusal: { code: guard, action: null, detail: guardDetails[guard] }, told: nobody }
}

function detailOf({ message, details }: Refusal): string {
  const fields = (details.fields ?? []).map((field) => field.message)
  return [...new Set([message, ...fields])].join(' ')
}

async function describe(tx: Tx, actions: readonly RuleAction[]): Promise<AutomationRun['actions']> {
  const words = await findActionWords(tx, actions)
  return actions.map((action) => describeAction(action, words))
}
