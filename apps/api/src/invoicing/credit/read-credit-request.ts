import type { CreditDisposition } from '@timedesk/contracts/invoice'
import type { creditInvoice as contract } from '@timedesk/contracts/invoice-postings'
import type { FieldProblem } from '@timedesk/contracts/refusal'
import { creditableParts, type CreditablePart } from '@timedesk/domain/invoicing/credit-parts'
import type { CreditRefusal, CreditRequest } from '@timedesk/domain/invoicing/credit'
import type { z } from 'zod'
import type { Reader } from '../../platform/db/database.ts'
import { readAmount } from '../../platform/read-amount.ts'
import type { StoredSource } from '../stored-invoice.ts'
import { dispositionOf, type CreditGround } from './credit-ground.ts'
import { creditRefused } from './refuse-credit.ts'
import { partLeft, readVouchersLeft } from './voucher-left.ts'

type Body = z.output<typeof contract.body>
type Asked = { id: string; disposition: CreditDisposition; amount?: number | undefined; pointer: string }

/** What is asked of an invoice, with what becomes of each source and where the caller named it. */
export type ReadCreditRequest = {
  request: CreditRequest
  dispositions: Map<string, CreditDisposition>
  pointerOf: (refusal: CreditRefusal) => string
}

/**
 * Reads what is to be credited: sources and lines that are named, else all that is left. A sold voucher that goes back is
 * credited for its unused units. Refuses with `credit_refused` what no voucher can cover, and another amount than the
 * unused units are worth.
 */
export async function readCreditRequest(reader: Reader, ground: CreditGround, body: Body): Promise<ReadCreditRequest> {
  const parts = creditableParts(ground.posted, ground.earlier)
  const { currency } = ground.original
  const isChosen = body.sources !== undefined || body.lines !== undefined
  const left = parts.filter((part) => part.left !== 0 || !part.isTouched)
  const sources: Asked[] = isChosen
    ? (body.sources ?? []).map(({ id, disposition, amount }, index) => {
        const pointer = `/body/sources/${String(index)}` as const
        const minor = amount && readAmount(amount, currency, `${pointer}/amount`)
        return {
          id: id.toLowerCase(),
          disposition,
          amount: signedAs(parts, { sourceId: id.toLowerCase() }, minor),
          pointer,
        }
      })
    : left.flatMap(({ sourceId }) => {
        return sourceId === null ? [] : [{ id: sourceId, disposition: body.disposition, pointer: '/body/disposition' }]
      })
  const lines = isChosen
    ? (body.lines ?? []).map(({ id, amount }, index) => {
        const minor = amount && readAmount(amount, currency, `/body/lines/${String(index)}/amount`)
        return {
          lineId: id.toLowerCase(),
          amount: signedAs(parts, { sourceId: null, lineId: id.toLowerCase() }, minor),
        }
      })
    : left.flatMap(({ sourceId, lineId }) => (sourceId === null ? [{ lineId, amount: undefined }] : []))
  const resolved = await resolveVouchers(reader, ground, parts, sources)
  return {
    request: {
      sources: resolved.map(({ id, amount, ...asked }) => {
        const source = ground.original.sources.find((candidate) => candidate.id === id)?.source ?? 'time'
        const disposition = dispositionOf({ source, disposition: asked.disposition })
        return { sourceId: id, disposition, ...(amount !== undefined && { amount }) }
      }),
      lines: lines.map(({ lineId, amount }) => ({ lineId, ...(amount !== undefined && { amount }) })),
    },
    dispositions: new Map(sources.map(({ id, disposition }) => [id, disposition])),
    pointerOf: ({ sourceId, lineId }) => {
      if (sourceId !== null) return sources.findLast(({ id }) => id === sourceId)?.pointer ?? '/body'
      const index = isChosen && lineId !== null ? lines.findLastIndex((line) => line.lineId === lineId) : -1
      return index < 0 ? '/body' : `/body/lines/${String(index)}`
    },
  }
}

/** An amount has the sign of what it takes back: callers say how much, and lines that took back are negative. */
function signedAs(
  parts: readonly CreditablePart[],
  wanted: { sourceId: string | null; lineId?: string },
  amount: number | undefined,
): number | undefined {
  const part = parts.find(({ sourceId, lineId }) => {
    return sourceId === wanted.sourceId && (wanted.lineId === undefined || lineId === wanted.lineId)
  })
  return amount !== undefined && part !== undefined && part.left < 0 ? 0 - amount : amount
}

async function resolveVouchers(
  reader: Reader,
  { original }: CreditGround,
  parts: readonly CreditablePart[],
  asked: Asked[],
): Promise<Asked[]> {
  const sources = new Map(original.sources.map((source) => [source.id, source]))
  const returned = asked.filter(({ disposition }) => disposition === 'return_to_voucher')
  const sold = returned.flatMap(({ id }) => sources.get(id) ?? []).filter(({ source }) => source === 'voucher_sale')
  const vouchers = await readVouchersLeft(
    reader,
    sold.map(({ sourceId }) => sourceId),
  )
  const fields: FieldProblem[] = []
  const resolved = asked.map((one) => {
    const source = one.disposition === 'return_to_voucher' ? sources.get(one.id) : undefined
    const part = parts.find(({ sourceId }) => sourceId === one.id)
    if (source === undefined || part === undefined || source.source === 'time') return one
    const voucher = vouchers.get(source.sourceId)
    const problem = refuseReturn(source, one, voucher && { ...voucher, worth: partLeft(part.amount, voucher) })
    if (problem !== null) fields.push({ pointer: one.pointer, ...problem })
    return voucher === undefined ? one : { ...one, amount: partLeft(part.amount, voucher) }
  })
  if (fields.length > 0) throw creditRefused(fields)
  return resolved
}

function refuseReturn(
  { source }: StoredSource,
  { amount }: Asked,
  voucher: { balance: number; worth: number } | undefined,
): Pick<FieldProblem, 'code' | 'message'> | null {
  if (source !== 'voucher_sale' || voucher === undefined)
    return { code: 'no_voucher', message: 'Only time, and what was sold as a voucher, can go back to one.' }
  if (voucher.balance === 0)
    return { code: 'balance_too_low', message: 'The voucher has no units left that could be taken back.' }
  if (amount !== undefined && amount !== voucher.worth)
    return { code: 'amount_differs', message: 'Leave the amount out: the units that are left are credited.' }
  return null
}
