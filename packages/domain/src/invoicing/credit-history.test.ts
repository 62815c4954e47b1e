import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../../test/any-document.ts'
import { asEarlier, buildPosted, buildSource, postCredit } from '../../test/build-posted.ts'
import { checkTax } from './check-tax.ts'
import { creditOf } from './credit.ts'
import type { Credit, CreditRequest } from './credit.ts'
import { creditableParts } from './credit-parts.ts'
import type { EarlierCredit, PostedInvoice } from './credit-parts.ts'
import { isWithin } from './credit-sums.ts'
import { netOfLine } from './line-net.ts'
import { sharesOf } from './share.ts'

/** An invoice that charges something, each of its lines by hand or from up to four sources. */
const anyPosted = fc
  .tuple(anyDocument, fc.array(fc.array(fc.integer({ min: -1000, max: 5000 }), { maxLength: 4 }), { maxLength: 8 }))
  .map(([document, registered]) => {
    const lines = document.lines.map((line, index) => ({ ...line, id: `line ${String(index)}` }))
    const sources = lines.flatMap((line, index) =>
      sharesOf(netOfLine(line), registered[index] ?? []).map((share, number) =>
        buildSource(line.id, `${line.id}, source ${String(number)}`, share, 10 + number),
      ),
    )
    return buildPosted({ ...document, kind: 'invoice', dueOn: '2026-04-15', preceding: null, lines }, sources)
  })
  .filter(({ totals }) => totals.net >= 0 && totals.gross >= 0)

/** What a step credits: some of what is left by its place, each whole or some percent of it. */
const anyStep = fc.array(fc.record({ place: fc.nat(30), percent: fc.option(fc.integer({ min: 1, max: 99 })) }), {
  minLength: 1,
  maxLength: 3,
})
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never

function requestOf(posted: PostedInvoice, earlier: EarlierCredit[], step: Step): CreditRequest {
  const left = creditableParts(posted, earlier).filter((part) => part.left !== 0)
  const chosen = new Map(step.map(({ place, percent }) => [left[place % left.length], percent]))
  const request: CreditRequest = { sources: [], lines: [] }
  for (const [part, percent] of chosen) {
    if (part === undefined) continue
    const amount = percent === null ? {} : { amount: partOf(part.left, percent) }
    const disposition = percent === null && !part.isTouched ? 'rebill' : 'writeOff'
    if (part.sourceId === null) request.lines.push({ lineId: part.lineId, ...amount })
    else request.sources.push({ sourceId: part.sourceId, disposition, ...amount })
  }
  return request
}

/** Never nothing. */
function partOf(left: number, percent: number): number {
  return Math.sign(left) * Math.ceil((Math.abs(left) * percent) / 100)
}

/** All that is left. */
function restOf(posted: PostedInvoice, earlier: EarlierCredit[]): CreditRequest {
  const left = creditableParts(posted, earlier).filter((part) => part.left !== 0 || !part.isTouched)
  return {
    sources: left.flatMap(({ sourceId }) => (sourceId === null ? [] : [{ sourceId, disposition: 'writeOff' }])),
    lines: left.flatMap(({ sourceId, lineId }) => (sourceId === null ? [{ lineId }] : [])),
  }
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** What all credit notes come to, by the documents that were made of them. */
function sumsOf(posted: PostedInvoice, credits: readonly Credit[]) {
  const notes = credits.map((credit) => postCredit(posted, credit).totals)
  const rows = notes.flatMap(({ breakdown }) => breakdown)
  return {
    net: sum(notes.map(({ net }) => net)),
    gross: sum(notes.map(({ gross }) => gross)),
    payable: sum(notes.map(({ payable }) => payable)),
    accountingVat: sum(notes.map(({ accountingVat }) => accountingVat ?? 0)),
    categories: posted.totals.breakdown.map(({ category, rate }) => {
      const own = rows.filter((row) => row.category === category && row.rate === rate)
      return [category, rate, sum(own.map(({ base }) => base)), sum(own.map(({ vat }) => vat))]
    }),
  }
}

function expectWithin(posted: PostedInvoice, credits: readonly Credit[]): void {
  const { totals } = posted
  const sums = sumsOf(posted, credits)
  const pairs = [
    ...[[sums.net, totals.net] as const, [sums.gross, totals.gross] as const, [sums.payable, totals.payable] as const],
    [sums.accountingVat, totals.accountingVat ?? 0] as const,
    ...totals.breakdown.flatMap(({ base, vat }, index) => {
      const [, , creditedBase, creditedVat] = sums.categories[index] ?? []
      return [[Number(creditedBase), base] as const, [Number(creditedVat), vat] as const]
    }),
  ]
  expect(pairs.filter(([credited, whole]) => !isWithin(credited, whole))).toEqual([])
}

/** Credits step by step, refused ones left out, and then all that is left. */
function play(posted: PostedInvoice, steps: readonly Step[]): Credit[] {
  const credits: Credit[] = []
  const earlier: EarlierCredit[] = []
  const post = (request: CreditRequest) => {
    const outcome = creditOf(posted, earlier, request)
    if (!outcome.ok) return outcome.refusals.map(({ reason }) => reason)
    const { document, totals } = postCredit(posted, outcome.credit)
    const { net, vat, gross, payable } = totals
    expect({ net, vat, gross, payable }).toEqual(outcome.credit.sums)
    expect(checkTax(document, totals).filter(({ code }) => code !== 'discount_reason_missing')).toEqual([])
    credits.push(outcome.credit)
    earlier.push(asEarlier(posted, outcome.credit))
    expectWithin(posted, credits)
    return []
  }
  for (const step of steps) post(requestOf(posted, earlier, step))
  const rest = restOf(posted, earlier)
  if (rest.sources.length + rest.lines.length > 0) expect(post(rest)).toEqual([])
  return credits
}

test('(R49) however an invoice is credited, no more is than was charged, and in the end exactly that', () => {
  let count = 0
  fc.assert(
    fc.property(anyPosted, fc.array(anyStep, { maxLength: 6 }), (posted, steps) => {
      const credits = play(posted, steps)
      count += credits.length
      const { net, gross, payable, accountingVat, breakdown } = posted.totals
      expect(sumsOf(posted, credits)).toEqual({
        ...{ net, gross, payable, accountingVat: accountingVat ?? 0 },
        categories: breakdown.map(({ category, rate, base, vat }) => [category, rate, base, vat]),
      })
      expect(credits.at(-1)?.remaining).toEqual({ net: 0, vat: 0, gross: 0, payable: 0 })
    }),
    { numRuns: 150 },
  )
  expect(count).toBeGreaterThan(300)
})

test('what a line was worth after the discount is what its category was taxed by', () => {
  fc.assert(
    fc.property(anyPosted, (posted) => {
      const parts = creditableParts(posted, [])
      const bases = posted.totals.breakdown.map(({ category, rate }) =>
        sum(parts.flatMap((part) => (part.category === category && part.rate === rate ? [part.amount] : []))),
      )
      expect(bases).toEqual(posted.totals.breakdown.map(({ base }) => base))
    }),
  )
})
