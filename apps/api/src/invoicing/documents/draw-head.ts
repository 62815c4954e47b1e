import type { InvoiceDocument, Party } from '@timedesk/domain/invoicing/document'
import { formatDay, formatPeriod } from './format.ts'
import { LEFT, RIGHT, styles, TOP, type Sheet } from './sheet.ts'
import { countryName, wordsOf } from './words.ts'

/** Where an envelope's window shows the buyer, with the sender in small above. */
const WINDOW = { top: 141.7, width: 240, rowsMax: 7 } as const
const FACTS_LEFT = 332
const FACTS_LABEL_WIDTH = 80
const TITLE_TOP = 262
/** Of the seller's name, so that it stays above the window. */
const NAME_ROWS_MAX = 4
const GLN_SCHEME = '0088'

type Fact = readonly [label: string, value: string]

/** The top of the first page: who sends it, to whom, what it is and its facts. */
export function drawHead(sheet: Sheet, document: InvoiceDocument): void {
  const belowSeller = drawSeller(sheet, document)
  const belowBuyer = drawBuyer(sheet, document)
  const belowFacts = drawFacts(sheet, factsOf(document), Math.max(WINDOW.top + 17, belowSeller + 10))
  sheet.y = Math.max(TITLE_TOP, belowBuyer + 18, belowFacts + 18)
  drawTitle(sheet, document)
}

export function titleOf(document: InvoiceDocument): string {
  const words = wordsOf(document)
  return document.number === null ? words.draftTitle[document.kind] : `${words.title[document.kind]} ${document.number}`
}

function drawSeller(sheet: Sheet, document: InvoiceDocument): number {
  const { seller } = document
  const width = 180
  const addressLeft = RIGHT - width
  const nameWidth = addressLeft - LEFT - 12
  let below = TOP
  sheet.inside('P', () => {
    const name = sheet.wrap(seller.name, styles.brand, nameWidth).slice(0, NAME_ROWS_MAX)
    sheet.writeRows(name, styles.brand, { x: LEFT, y: TOP, width: nameWidth })
  })
  sheet.inside('P', () => {
    const text = [...addressRows(seller, document), ...registrationRows(document), seller.email, seller.phone].join(
      '\n',
    )
    const rows = sheet.wrap(text, styles.detail, width).filter((row) => row !== '')
    below = sheet.writeRows(rows, styles.detail, { x: addressLeft, y: TOP + 3, width, align: 'right' })
  })
  return below
}

function drawBuyer(sheet: Sheet, document: InvoiceDocument): number {
  const { seller, buyer } = document
  const { top, width, rowsMax } = WINDOW
  const sender = [seller.name, ...addressRows(seller, document)].join(' · ')
  const [senderRow = ''] = sheet.wrap(sender, styles.fine, width)
  sheet.decorate(() => {
    sheet.drawRows([senderRow], styles.fine, { x: LEFT, y: top, width })
  })
  sheet.rule(top + styles.fine.leading + 1, { to: LEFT + width })

  const [name = '', ...more] = sheet.wrap(buyer.name, styles.strong, width)
  const rest = [buyer.contactName, ...addressRows(buyer, document)].filter((row) => row.trim() !== '').join('\n')
  const rows = [...more, ...sheet.wrap(rest, styles.body, width)].slice(0, rowsMax)
  let below: number = top + 17
  sheet.inside('P', () => {
    below = sheet.writeRows([name], styles.strong, { x: LEFT, y: below, width })
    below = sheet.writeRows(rows, styles.body, { x: LEFT, y: below, width })
  })
  return below
}

/** Street, post and, for a party of another country, that country. */
function addressRows(party: Party, { seller, buyer, language }: InvoiceDocument): string[] {
  const isAbroad = seller.countryCode !== buyer.countryCode
  return [
    ...party.address.split(/\r?\n/),
    `${party.postalCode} ${party.city}`,
    isAbroad ? countryName(party.countryCode, language) : '',
  ]
    .map((row) => row.trim())
    .filter((row) => row !== '')
}

/** A Danish VAT number is the CVR number, and is told apart only where a buyer abroad needs it. */
export function registrationRows(document: InvoiceDocument): string[] {
  const { seller, buyer } = document
  const words = wordsOf(document)
  const needsVatId = seller.vatId !== '' && (seller.cvr === '' || buyer.countryCode !== seller.countryCode)
  return [
    seller.cvr === '' ? '' : `${words.companyNumber} ${seller.cvr}`,
    needsVatId ? `${words.vatNumber} ${seller.vatId}` : '',
  ].filter((row) => row !== '')
}

function factsOf(document: InvoiceDocument): Fact[] {
  const words = wordsOf(document)
  const { language, issuedOn, dueOn, period, buyer } = document
  const facts: Fact[] = [
    [words.date, issuedOn === null ? '' : formatDay(issuedOn, language)],
    [words.due, dueOn === null ? '' : formatDay(dueOn, language)],
    [words.period, period === null ? '' : formatPeriod(period, language)],
    [words.yourReference, document.buyerReference],
    [words.order, document.orderReference],
    [words.agreement, document.contractReference],
    [words.yourCompany, buyer.countryCode === 'DK' ? buyer.cvr : ''],
    [words.yourVat, buyer.countryCode === 'DK' ? '' : buyer.vatId],
    [words.gln, buyer.endpointScheme === GLN_SCHEME ? buyer.endpointId : ''],
  ]
  return facts.filter(([, value]) => value.trim() !== '')
}

function drawFacts(sheet: Sheet, facts: readonly Fact[], top: number): number {
  const valueLeft = FACTS_LEFT + FACTS_LABEL_WIDTH
  let y = top
  sheet.inside('Sect', () => {
    for (const [label, value] of facts) {
      sheet.inside('P', () => {
        sheet.write(label, styles.label, { x: FACTS_LEFT, y: y + 0.5, width: FACTS_LABEL_WIDTH })
        y = sheet.write(value, styles.body, { x: valueLeft, y, width: RIGHT - valueLeft })
      })
    }
  })
  return y
}

function drawTitle(sheet: Sheet, document: InvoiceDocument): void {
  const { preceding, note, language } = document
  const width = RIGHT - LEFT
  sheet.inside('H1', () => {
    sheet.y = sheet.write(titleOf(document), styles.title, { x: LEFT, y: sheet.y, width })
  })
  const paragraphs = [
    preceding === null ? '' : wordsOf(document).credits(preceding.number, formatDay(preceding.issuedOn, language)),
    note,
  ]
  for (const text of paragraphs.filter((paragraph) => paragraph.trim() !== '')) {
    sheet.inside('P', () => {
      sheet.y += 2
      sheet.flow(sheet.wrap(text, styles.body, width), styles.body, { x: LEFT, width })
    })
  }
  sheet.y += 12
}
