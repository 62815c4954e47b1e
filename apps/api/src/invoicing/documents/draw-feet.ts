import type { InvoiceDocument } from '@timedesk/domain/invoicing/document'
import { registrationRows } from './draw-head.ts'
import { CONTENT_WIDTH, LEFT, RIGHT, styles, type Sheet } from './sheet.ts'
import { wordsOf } from './words.ts'

const FOOT_TOP = 788
const PAGE_NUMBER_WIDTH = 70
/** Keeps a fact in one row. */
const NO_BREAK_SPACE = '\u00A0'

/** The foot of each page: the company's facts and the page's number among all of them, which is only known now. */
export function drawFeet(sheet: Sheet, document: InvoiceDocument): void {
  const width = CONTENT_WIDTH - PAGE_NUMBER_WIDTH
  const rows = sheet.wrap(factsOf(document).join(' · '), styles.fine, width)
  const { start, count } = sheet.pdf.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    sheet.pdf.switchToPage(start + index)
    sheet.rule(FOOT_TOP)
    sheet.decorate(() => {
      const page = wordsOf(document).page(index + 1, count)
      const y = FOOT_TOP + 6
      sheet.drawRows(rows, styles.fine, { x: LEFT, y, width })
      sheet.drawRows([page], styles.fine, { x: RIGHT - PAGE_NUMBER_WIDTH, y, width: PAGE_NUMBER_WIDTH, align: 'right' })
    })
  }
}

function factsOf(document: InvoiceDocument): string[] {
  const { seller } = document
  const street = seller.address.split(/\r?\n/).map((row) => row.trim())
  const facts = [
    seller.name,
    ...street,
    `${seller.postalCode} ${seller.city}`,
    ...registrationRows(document),
    seller.email,
  ]
  return facts.map((fact) => fact.trim().replaceAll(' ', NO_BREAK_SPACE)).filter((fact) => fact !== '')
}
