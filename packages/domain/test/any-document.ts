import fc from 'fast-check'
import type { DocumentLine, InvoiceDocument } from '../src/invoicing/document.ts'
import { buildCreditNote, buildDocument, periodLine, timeLine, voucherLine } from './sample-documents.ts'

/** Any code points, halves of pairs and control characters among them. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0x7f }),
      fc.integer({ min: 0xd800, max: 0xdfff }),
      fc.integer({ min: 0, max: 0x10ffff }),
    ),
  )
  .map((codes) => String.fromCodePoint(...codes))

const category = fc.constantFrom(
  { vatCategory: 'S', vatRate: 2500 } as const,
  { vatCategory: 'S', vatRate: 1250 } as const,
  { vatCategory: 'Z', vatRate: 0 } as const,
  { vatCategory: 'E', vatRate: 0 } as const,
)

const line: fc.Arbitrary<DocumentLine> = fc
  .record({
    kind: fc.constantFrom(timeLine, voucherLine, periodLine),
    quantity: fc.integer({ min: -500, max: 5000 }).filter((quantity) => quantity !== 0),
    unitPrice: fc.integer({ min: 0, max: 5_000_000 }),
    allowance: fc.integer({ min: -5000, max: 5000 }),
    allowanceReason: anyText,
    description: anyText,
    category,
  })
  .map(({ kind, category, ...rest }) => ({ ...kind, ...category, ...rest }))

/** Any posted document of several categories of VAT, with or without a discount and a second currency. */
export const anyDocument: fc.Arbitrary<InvoiceDocument> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    discount: fc.option(fc.record({ basisPoints: fc.integer({ min: 1, max: 9999 }), reason: anyText })),
    roundTo: fc.constantFrom(1, 50, 100),
    accounting: fc.option(
      fc.record({ currency: fc.constant('DKK'), rateMillionths: fc.integer({ min: 1, max: 10 ** 8 }) }),
    ),
    note: anyText,
    isCreditNote: fc.boolean(),
  })
  .map(({ isCreditNote, ...rest }) => {
    const build = isCreditNote ? buildCreditNote : buildDocument
    return build({ ...rest, currency: 'EUR' })
  })
