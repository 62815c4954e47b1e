import type {
  indexPrice as contract,
  IndexationPreview,
  previewIndexation,
} from '@timedesk/contracts/subscription-prices'
import { AMOUNT_MINOR_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { addMonths } from '@timedesk/domain/calendar/days'
import { indexPrice as applyIndex, parseIndex, type IndexBounds } from '@timedesk/domain/subscriptions/indexation'
import { priceOfPeriod, type LinePrice } from '@timedesk/domain/subscriptions/price'
import { parseAmount, toWire } from '@timedesk/domain/money/money'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { companyDay } from '../company-day.ts'
import { refusedTerm } from '../terms.ts'
import { requirePlace } from './change-subscription-price.ts'
import { findPlan } from './find-plan.ts'
import { holdLine } from './hold-line.ts'
import { mailIndexation } from './mail-indexation.ts'
import { storePrice } from './store-price.ts'

type Indexation = z.output<typeof previewIndexation.body>

const NOTICE_MONTHS = 1
/** An index that grows more than tenfold is mistyped. */
const INDEX_GROWS_MAX = 10

/** What an index makes of the price that holds on the earliest day that leaves a month’s notice (R37). Refuses with `not_found`. */
export async function findIndexation(
  reader: Reader,
  lineId: string,
  wanted: Indexation,
  now: Date,
): Promise<IndexationPreview> {
  const [line] = await findPlan(reader, { lineId })
  if (line === undefined) throw new Refusal('not_found')
  const earliest = addMonths(await companyDay(reader, now), NOTICE_MONTHS)
  const { currency, prices } = line
  const present = priceOfPeriod({ from: earliest }, prices) ?? prices[0]
  if (present === undefined) throw new Error('A line begins with a price')
  const { unitPrice, decidedBy } = indexed(present, wanted)
  return {
    oldPrice: toWire({ minor: present.unitPrice, currency }),
    newPrice: toWire({ minor: unitPrice, currency }),
    decidedBy,
    earliest,
  }
}

/**
 * Gives a line its indexed price from a day on, and writes to the customer's managers and bookkeepers (R37). Periods
 * that are made already keep their price. Refuses less than a month's notice, an index that changes nothing, a line
 * that has ended, and a day on or before which another price begins.
 */
export async function indexPrice(
  tx: Tx,
  context: Context,
  { lineId, validFrom, ...wanted }: { lineId: string } & z.output<typeof contract.body>,
  publicUrl: string,
): Promise<void> {
  const held = await holdLine(tx, lineId, context.now)
  if (validFrom < addMonths(held.agreement.today, NOTICE_MONTHS)) throw new Refusal('notice_too_short')
  const { before, later } = requirePlace(held, validFrom)
  if (later.length > 0) throw new Refusal('movement_refused', { detail: 'A later price has been decided already.' })
  const { unitPrice, index } = indexed(before, wanted)
  if (unitPrice === before.unitPrice) throw new Refusal('movement_refused', { detail: 'The index changes nothing.' })
  const price = { validFrom, quantity: before.quantity, unitPrice, kind: 'indexed' as const, reason: '', index }
  await storePrice(tx, context, held, { before, price })
  await mailIndexation(tx, context, held, { before, price }, publicUrl)
}

function indexed({ unitPrice: oldPrice, quantity }: LinePrice, wanted: Indexation) {
  const base = indexOf(wanted.indexBase, '/body/indexBase')
  const now = indexOf(wanted.indexNow, '/body/indexNow')
  const bounds: IndexBounds = {
    capPermille: permilleOf(wanted.cap),
    floorPermille: permilleOf(wanted.floor),
    thresholdPermille: permilleOf(wanted.threshold),
  }
  if (bounds.capPermille !== null && bounds.floorPermille !== null && bounds.floorPermille > bounds.capPermille)
    throw refusedTerm('/body/floor', 'above_cap', 'The floor lies above the cap.')
  const index = { base, baseMonth: wanted.indexBaseMonth, now, nowMonth: wanted.indexNowMonth }
  const applied = now > base * INDEX_GROWS_MAX ? null : applyIndex(oldPrice, index, bounds)
  if (applied === null || applied.unitPrice * quantity > AMOUNT_MINOR_MAX)
    throw refusedTerm('/body/indexNow', 'too_large', 'The index rises more than a price can.')
  return { ...applied, index }
}

function indexOf(text: string, pointer: `/body/${string}`): number {
  const index = parseIndex(text)
  if (index === null) throw refusedTerm(pointer, 'not_an_index', 'An index is a positive number.')
  return index
}

/** Tenths of a percent are the finest that an agreement says. */
function permilleOf(percent: string | null): number | null {
  return percent === null ? null : (parseAmount(percent) ?? 0) / 10
}
