import type { PolicyPreview, previewServicePolicy as contract } from '@timedesk/contracts/service-policies'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { chooseForCase } from './choose-for-case.ts'
import { DRAFTED_POLICY_ID, policiesWith } from './drafted-policies.ts'
import { findPolicyAgreements, findPolicyGrounds, type PolicyGround } from './policy-ground.ts'
import { requirePolicyReferences } from './policy-references.ts'
import { findPolicyTerms } from './policy-rows.ts'

const SHOWN_MAX = 50
const isOpen = Prisma.sql`c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')`

/**
 * Which cases not yet solved a drafted policy would count for, and from which others it would take them. Refuses with
 * `reference_refused` what it cannot name.
 */
export async function previewServicePolicy(
  reader: Reader,
  { policyId, policy }: z.output<typeof contract.body>,
  now: Date,
): Promise<PolicyPreview> {
  await requirePolicyReferences(reader, policy, '/body/policy')
  const [policies, stored, grounds] = await Promise.all([
    findPolicyTerms(reader),
    findPolicyAgreements(reader, now),
    findPolicyGrounds(reader, isOpen, 'anew'),
  ])
  const drafted = await policiesWith(reader, policies, { policyId, policy })
  const agreements = await withDraftedAgreement(reader, stored, policy.agreementId, now)
  const id = policyId ?? DRAFTED_POLICY_ID
  const taken = new Tally()
  const lost = new Tally()
  const won: string[] = []
  for (const ground of grounds) {
    const before = chooseForCase(ground, policies, stored).chosen
    const after = chooseForCase(ground, drafted, agreements).chosen
    if (after?.id === id) won.push(ground.id)
    if (after?.id === id && before?.id !== id) taken.add(before)
    if (after?.id !== id && before?.id === id) lost.add(after)
  }
  return {
    openCases: grounds.length,
    wins: won.length,
    changes: taken.total,
    taken: taken.shown(),
    lost: lost.shown(),
    cases: await findShown(reader, won),
  }
}

/** An agreement that no stored policy is for counts as well when the draft is for it. */
export async function withDraftedAgreement(
  reader: Reader,
  stored: Awaited<ReturnType<typeof findPolicyAgreements>>,
  agreementId: string | null,
  now: Date,
) {
  if (agreementId === null || stored.some(({ id }) => id === agreementId)) return stored
  return [...stored, ...(await findPolicyAgreements(reader, now, agreementId))]
}

type Named = { id: string; name: string } | null

class Tally {
  readonly #cases = new Map<string, { policy: Named; cases: number }>()
  total = 0

  add(policy: Named): void {
    const key = policy?.id ?? ''
    const cases = (this.#cases.get(key)?.cases ?? 0) + 1
    this.#cases.set(key, { policy: policy === null ? null : { id: policy.id, name: policy.name }, cases })
    this.total += 1
  }

  shown() {
    return [...this.#cases.values()].toSorted((one, other) => other.cases - one.cases)
  }
}

type Shown = { id: string; number: number; subject: string; customer: string }

async function findShown(reader: Reader, ids: readonly PolicyGround['id'][]): Promise<PolicyPreview['cases']> {
  const rows =
    await reader.rows<Shown>(Prisma.sql`SELECT c.id, c.number, c.subject, cu.name AS customer FROM support_case c
    JOIN customer cu ON cu.id = c.customer_id WHERE c.id = ANY(${[...ids]}::uuid[])
    ORDER BY c.last_activity_at DESC, c.id DESC LIMIT ${Prisma.raw(String(SHOWN_MAX))}`)
  return rows.map(({ customer, ...found }) => ({ case: found, customer }))
}
