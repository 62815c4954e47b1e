/** How many rules may lead to one another before it is taken for a loop. */
export const CHAIN_LENGTH_MAX = 5

/**
 * Why a rule must not run: what it did led back to it, it has run already because of the same thing, or too many rules
 * led to it one by the other.
 */
export type GuardReason = 'loop' | 'repeated' | 'too_long'

/** What led to a rule: the rules that did one by the other, the first of them first, and whether it ran for it before. */
export type Lead = { chain: readonly string[]; hasRun: boolean }

/**
 * Whether a rule may run because of what the rules in `chain` did; null lets it run. What no rule caused has an empty
 * chain. `hasRun`: the rule ran already because of what somebody did that all of this came of.
 */
export function guardChain({ chain, hasRun }: Lead, ruleId: string): GuardReason | null {
  if (chain.includes(ruleId)) return 'loop'
  if (hasRun) return 'repeated'
  return chain.length >= CHAIN_LENGTH_MAX ? 'too_long' : null
}
