import { AMOUNT_MINOR_MAX } from '@timedesk/contracts/limits'
import type { updateInvoiceLine as contract } from '@timedesk/contracts/invoice-lines'
import { Refusal } from '@timedesk/contracts/refusal'
import { grossOfLine } from '@timedesk/domain/invoicing/line-net'
import { wordIn } from '@timedesk/domain/invoicing/invoice-words'
import { readPercent } from '@timedesk/domain/money/decimal'
import type { z } from 'zod'
import { readAmount } from '../../platform/read-amount.ts'
import type { StoredInvoice, StoredLine, StoredSource } from '../stored-invoice.ts'
import { refusedReason } from './refused-reason.ts'

type Wanted = z.output<typeof contract.body>

/** What a change of a line rests on. */
type Ground = Pick<StoredInvoice, 'currency' | 'language'> & {
  sources: readonly StoredSource[]
  /** The standard rate of VAT, in hundredths of a percent. */
  vatRate: number
}

/** How far a line that nobody changed may be from what was registered, in minor units, however few its sources. */
const ROUNDING_MAX = 2

/**
 * A line of a draft after a change (R43): `net` says what it is to charge, with quantity and price as they are; another
 * quantity or price charges just what they give. What was registered is kept, and to charge more or less than that needs
 * a reason. Refuses with `line_refused` what is no line, with `reason_missing`, and with `invalid_money`.
 */
export function changeLine(line: StoredLine, wanted: Wanted, ground: Ground): StoredLine {
  const { text = line.text, description = line.description, quantity = line.quantity, period = line.period } = wanted
  const { position = line.position, adjustmentReason = line.adjustmentReason } = wanted
  refuseTurned(line, quantity, ground)
  refuseReversed(period)
  const unitPrice =
    wanted.unitPrice === undefined ? line.unitPrice : readAmount(wanted.unitPrice, ground.currency, '/body/unitPrice')
  const priced = { quantity, unitPrice, baseQuantity: line.baseQuantity }
  refuseTooMuch(priced)
  const allowance = chooseAllowance(line, priced, wanted, ground)
  const net = grossOfLine(priced) - allowance
  const isAdjusted = ground.sources.length > 0 && isOtherThan(net, line, ground)
  if (isAdjusted && adjustmentReason === '') throw refusedReason('/body/adjustmentReason')
  return {
    ...line,
    ...{ text, description, period, position, allowance, net },
    ...priced,
    ...chooseVat(line, wanted, ground.vatRate),
    allowanceReason: reasonOfAllowance(line, allowance, ground),
    adjustmentReason: isAdjusted ? adjustmentReason : '',
  }
}

/** A line that gives back is meant by its size. */
function chooseAllowance(
  line: StoredLine,
  priced: Parameters<typeof grossOfLine>[0],
  { net, quantity, unitPrice }: Wanted,
  { currency }: Ground,
): number {
  if (net !== undefined) {
    const size = readAmount(net, currency, '/body/net')
    return grossOfLine(priced) - (priced.quantity < 0 ? 0 - size : size)
  }
  return quantity === undefined && unitPrice === undefined ? line.allowance : 0
}

function reasonOfAllowance(line: StoredLine, allowance: number, { language }: Ground): string {
  if (allowance === line.allowance) return line.allowanceReason
  if (allowance === 0) return ''
  return wordIn(language, allowance > 0 ? 'discount' : 'adjustment')
}

/** Each of its sources may have been rounded by itself. */
function isOtherThan(net: number, { registered }: StoredLine, { sources }: Ground): boolean {
  return Math.abs(net - registered) > Math.max(ROUNDING_MAX, sources.length)
}

/** The VAT of a line as it is wanted, else as it was; a category that bears none has no rate. */
export function chooseVat(
  line: Pick<StoredLine, 'vatCategory' | 'vatRate'>,
  wanted: Pick<Wanted, 'vatCategory' | 'vatRate'>,
  standardRate: number,
) {
  const { vatCategory = line.vatCategory } = wanted
  const kept = vatCategory === line.vatCategory ? line.vatRate : standardRate
  const given = wanted.vatRate === undefined ? null : readPercent(wanted.vatRate)
  if (vatCategory === 'S') return { vatCategory, vatRate: given ?? kept }
  if (given !== null && given !== 0)
    throw refusedLine('/body/vatRate', 'vat_rate_not_zero', 'Only the standard category bears VAT.')
  return { vatCategory, vatRate: 0 }
}

/** What takes work back goes on doing so, and what charges it goes on charging. */
function refuseTurned(line: StoredLine, quantity: number, { sources }: Ground): void {
  if (sources.length === 0 || Math.sign(quantity) === Math.sign(line.quantity)) return
  throw refusedLine('/body/quantity', 'sign_turned', 'It cannot turn from charging to taking back, or the other way.')
}

export function refuseReversed(period: StoredLine['period']): void {
  if (period === null || period.from <= period.to) return
  throw refusedLine('/body/period/to', 'period_reversed', 'The period ends before it starts.')
}

export function refuseTooMuch({ quantity, unitPrice, baseQuantity }: Parameters<typeof grossOfLine>[0]): void {
  const size = (BigInt(Math.abs(quantity)) * BigInt(unitPrice)) / BigInt(baseQuantity)
  if (size <= AMOUNT_MINOR_MAX) return
  throw refusedLine('/body/quantity', 'amount_too_high', 'Quantity and price give more than an amount can be.')
}

/** The refusal of a line, pointing at what cannot be. */
export function refusedLine(pointer: string, code: string, message: string): Refusal {
  return new Refusal('line_refused', { detail: message, fields: [{ pointer, code, message }] })
}
