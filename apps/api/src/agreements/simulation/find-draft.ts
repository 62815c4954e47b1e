import type { simulateAgreement as contract } from '@timedesk/contracts/simulation'
import type { AgreementTerms } from '@timedesk/domain/cover/terms'
import type { Draft } from '@timedesk/domain/simulation/draft'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { refusedReference } from '../../platform/http/refused-reference.ts'
import { chooseTerms } from '../choose-terms.ts'
import { calendarJson, rateCardJson, termsJson } from '../cover-terms.ts'
import { NO_TERMS, refusedTerm, type Terms } from '../terms.ts'
import { findLot, findLines, readLines, readLot } from './find-prepaid.ts'

export type Wanted = z.output<typeof contract.body>
type Ground = { customerId: string; currency: string }

/** No agreement has it: what is simulated is not stored. */
const DRAFT_ID = '00000000-0000-7000-8000-000000000000'

/**
 * What is to be simulated: a stored agreement with its plan and the voucher that was sold last under it, or a draft;
 * what is given of voucher and plan comes before what is stored. Refuses neither or both, an agreement of another
 * customer, things that do not exist, and money that is not the customer's.
 */
export async function findDraft(tx: Tx, ground: Ground, wanted: Wanted): Promise<Draft> {
  const { agreementId, draft, voucher, lines } = wanted
  if ((agreementId === undefined) === (draft === undefined))
    throw refusedTerm('/body/draft', 'one_of', 'Give either an agreement or a draft.')
  const terms =
    draft === undefined ? await findStoredTerms(tx, ground, String(agreementId)) : await termsOfDraft(tx, ground, draft)
  const { id, settlement, currency } = terms
  const lot = voucher === undefined ? await findLot(tx, id) : readLot(voucher, currency)
  const plan = lines.length === 0 ? await findLines(tx, id) : readLines(lines, currency)
  return { terms, lot: settlement === 'voucher' ? lot : null, lines: settlement === 'subscription' ? plan : [] }
}

async function findStoredTerms(tx: Tx, { customerId }: Ground, agreementId: string): Promise<AgreementTerms> {
  const [row] = await tx.rows<{ terms: AgreementTerms }>(
    Prisma.sql`SELECT ${termsJson} AS terms FROM agreement a WHERE a.id = ${agreementId}::uuid AND a.customer_id = ${customerId}::uuid`,
  )
  if (row === undefined)
    throw refusedReference('/body/agreementId', 'The agreement does not exist or is another customer’s.')
  return row.terms
}

async function termsOfDraft(tx: Tx, ground: Ground, draft: NonNullable<Wanted['draft']>): Promise<AgreementTerms> {
  const { settlement, ...wanted } = draft
  const terms = await chooseTerms(tx, ground, NO_TERMS, wanted)
  const { afterHours, rateCard } = terms
  const [priced] = await tx.rows<Priced>(Prisma.sql`SELECT ${calendarJson} AS calendar, ${rateCardJson} AS "rateCard"
    FROM (SELECT ${afterHours.policy}::text AS after_hours, ${afterHours.calendar?.id ?? null}::uuid AS calendar_id,
      ${rateCard?.id ?? null}::uuid AS rate_card_id, ${ground.currency}::text AS currency) a`)
  return termsFrom(terms, settlement, ground, priced ?? { calendar: null, rateCard: [] })
}

type Priced = { calendar: AgreementTerms['afterHours']['calendar']; rateCard: AgreementTerms['rateCard'] }

function termsFrom(
  terms: Terms,
  settlement: AgreementTerms['settlement'],
  { currency }: Ground,
  { calendar, rateCard }: Priced,
): AgreementTerms {
  const { heading, validFrom, validTo, isBillable, ratePerHour, roundingScope, overagePolicy, overageRate } = terms
  const { policy, factor, weekendFactor, holidayFactor } = terms.afterHours
  return {
    ...{ id: DRAFT_ID, number: 0, heading, settlement, state: 'draft', validFrom, validTo, currency },
    ...{ isBillable, ratePerHour, rateCard, roundingScope, overagePolicy, overageRatePerHour: overageRate },
    increment: terms.incrementMinutes,
    minimum: terms.minimumMinutes,
    afterHours: {
      ...{ policy, calendar, factorPermille: factor },
      ...{ weekendFactorPermille: weekendFactor, holidayFactorPermille: holidayFactor },
    },
    scope: terms.scope.map(({ kind, mode, reference }) => ({ kind, mode, id: reference.id })),
  }
}
