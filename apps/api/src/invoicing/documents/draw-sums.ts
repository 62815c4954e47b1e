import { exemptions, paymentTermsText } from '@timedesk/domain/invoicing/ubl-words'
import type { DocumentTotals, InvoiceDocument } from '@timedesk/domain/invoicing/document'
import { formatAmount, formatDay, formatIban, formatPercent, formatRate } from './format.ts'
import { ACCENT, BOTTOM, LEFT, RIGHT, styles, type Sheet, type Style } from './sheet.ts'
import { wordsOf } from './words.ts'

const SUMS_WIDTH = 232
const SUMS_LEFT = RIGHT - SUMS_WIDTH
const AMOUNT_WIDTH = 82
const LABEL_WIDTH = SUMS_WIDTH - AMOUNT_WIDTH
const TOTAL_HEIGHT = 28
const PAYMENT_WIDTH = SUMS_LEFT - LEFT - 24
const PAYMENT_LABEL_WIDTH = 64
const ROW_GAP = 2

type Pair = readonly [label: string, value: string]

/** The sums at the right and how to pay at the left, together on one page. */
export function drawSums(sheet: Sheet, document: InvoiceDocument, totals: DocumentTotals): void {
  const sums = sumsOf(document, totals)
  const payment = paymentOf(document)
  const words = wordsBelow(document, totals)
  const rowHeight = styles.body.leading + ROW_GAP
  const wordRows = words.flatMap((text) => sheet.wrap(text, styles.body, PAYMENT_WIDTH))
  const left = (payment.length + wordRows.length + 3) * rowHeight
  // A label may take two rows.
  const right = sums.length * 2 * rowHeight + TOTAL_HEIGHT + 2 * rowHeight
  if (!sheet.hasRoomFor(Math.min(Math.max(left, right), BOTTOM / 2))) sheet.addPage()

  const top = sheet.y + 12
  const belowSums = drawSumRows(sheet, { document, totals, sums, top })
  const belowPayment = drawPayment(sheet, { document, payment, words, top })
  sheet.y = Math.max(belowSums, belowPayment)
}

function sumsOf(document: InvoiceDocument, totals: DocumentTotals): Pair[] {
  const { language, discount } = document
  const words = wordsOf(document)
  const amount = (minor: number) => formatAmount(minor, language)
  const discounted: Pair[] =
    discount === null
      ? []
      : [
          [words.subtotal, amount(totals.lines)],
          [
            [words.discount(formatPercent(discount.basisPoints, language)), discount.reason.trim()]
              .filter((text) => text !== '')
              .join(', '),
            amount(-totals.allowances),
          ],
        ]
  const taxed = totals.breakdown.map(({ category, rate, base, vat }): Pair => [
    words.taxed[category](formatPercent(rate, language), amount(base)),
    amount(vat),
  ])
  const rounded: Pair[] = totals.rounding === 0 ? [] : [[words.rounding, amount(totals.rounding)]]
  return [...discounted, [words.net, amount(totals.net)], ...taxed, ...rounded]
}

type Sums = { document: InvoiceDocument; totals: DocumentTotals; sums: readonly Pair[]; top: number }

function drawSumRows(sheet: Sheet, { document, totals, sums, top }: Sums): number {
  const { language, currency, accounting, kind } = document
  const words = wordsOf(document)
  let y = top
  sheet.inside('Table', () => {
    for (const [label, value] of sums) y = drawPair(sheet, { label, value, y, style: styles.body })
    y += 4
    const total = `${currency} ${formatAmount(totals.payable, language)}`
    sheet.rule(y, { from: SUMS_LEFT, color: ACCENT, width: 1 })
    drawTotal(sheet, { label: words.total[kind], value: total, y: y + (TOTAL_HEIGHT - styles.total.leading) / 2 })
    y += TOTAL_HEIGHT
    sheet.rule(y, { from: SUMS_LEFT, color: ACCENT, width: 1 })
    y += 6
    if (accounting === null || totals.accountingVat === null) return
    const rate = `1 ${currency} = ${formatRate(accounting.rateMillionths, language)} ${accounting.currency}`
    const label = words.vatInCurrency(accounting.currency, rate)
    y = drawPair(sheet, { label, value: formatAmount(totals.accountingVat, language), y, style: styles.label })
  })
  return y
}

function drawPair(sheet: Sheet, { label, value, y, style }: { label: string; value: string; y: number; style: Style }) {
  let below = y
  sheet.inside('TR', () => {
    sheet.inside('TH', () => {
      below = sheet.write(label, style, { x: SUMS_LEFT, y, width: LABEL_WIDTH })
    })
    sheet.inside('TD', () => {
      sheet.write(value, style, { x: SUMS_LEFT + LABEL_WIDTH, y, width: AMOUNT_WIDTH, align: 'right' })
    })
  })
  return below + ROW_GAP
}

function drawTotal(sheet: Sheet, { label, value, y }: { label: string; value: string; y: number }): void {
  sheet.inside('TR', () => {
    sheet.inside('TH', () => {
      sheet.write(label, styles.total, { x: SUMS_LEFT, y, width: SUMS_WIDTH })
    })
    sheet.inside('TD', () => {
      sheet.writeRows([value], styles.total, { x: SUMS_LEFT, y, width: SUMS_WIDTH, align: 'right' })
    })
  })
}

function paymentOf(document: InvoiceDocument): Pair[] {
  if (document.kind === 'credit_note') return []
  const { iban, bic, bankRegistration, bankAccount } = document.seller.account
  const { language, dueOn, number } = document
  const words = wordsOf(document)
  const pairs: Pair[] = [
    [words.due, dueOn === null ? '' : formatDay(dueOn, language)],
    [words.account, [bankRegistration, bankAccount].join(' ').trim()],
    ['IBAN', formatIban(iban)],
    ['BIC', bic],
    [words.reference, number ?? ''],
  ]
  return pairs.filter(([, value]) => value.trim() !== '')
}

/** What has to be said in words: the terms, or what a credit note is set off against, and why there is no VAT. */
function wordsBelow(document: InvoiceDocument, { breakdown }: DocumentTotals): string[] {
  const { kind, preceding, language } = document
  const terms =
    kind === 'credit_note' && preceding !== null
      ? wordsOf(document).setOff(preceding.number)
      : paymentTermsText(document)
  // Beside lines that bear VAT, the sums tell which are exempt.
  const categories = breakdown.map(({ category }) => category).filter((one) => one !== 'E' || breakdown.length === 1)
  const reasons = categories.map((category) => exemptions[category]?.words[language] ?? '')
  return [terms, ...new Set(reasons)].filter((text) => text !== '')
}

type Payment = { document: InvoiceDocument; payment: readonly Pair[]; words: readonly string[]; top: number }

function drawPayment(sheet: Sheet, { document, payment, words, top }: Payment): number {
  let y = top
  sheet.inside('Sect', () => {
    if (payment.length > 0) {
      sheet.inside('H2', () => {
        y = sheet.write(wordsOf(document).payment, styles.heading, { x: LEFT, y, width: PAYMENT_WIDTH }) + ROW_GAP
      })
    }
    const valueLeft = LEFT + PAYMENT_LABEL_WIDTH
    for (const [label, value] of payment) {
      sheet.inside('P', () => {
        sheet.write(label, styles.label, { x: LEFT, y: y + 0.5, width: PAYMENT_LABEL_WIDTH })
        const place = { x: valueLeft, y, width: PAYMENT_WIDTH - PAYMENT_LABEL_WIDTH }
        y = sheet.write(value, styles.body, place) + ROW_GAP
      })
    }
    for (const text of words) {
      sheet.inside('P', () => {
        y = sheet.write(text, styles.body, { x: LEFT, y: y + 4, width: PAYMENT_WIDTH })
      })
    }
  })
  return y
}
