import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import type { DocumentTotals, InvoiceDocument } from '@timedesk/domain/invoicing/document'
import { ublOf } from '@timedesk/domain/invoicing/ubl'
import { xmlText } from '@timedesk/domain/invoicing/xml'
import { drawFeet } from './draw-feet.ts'
import { drawHead, titleOf } from './draw-head.ts'
import { drawLines } from './draw-lines.ts'
import { drawSums } from './draw-sums.ts'
import { printable } from './fonts.ts'
import { PAGE, Sheet } from './sheet.ts'
import { wordsOf } from './words.ts'

/** What a draft, which has no date, is dated inside of the file. */
const NO_DATE = '1970-01-01'

/**
 * The document as a PDF for people, A4, with its UBL inside for machines once it is posted (PDF/A-3). The same data
 * give the same bytes, so that its hash can be kept (R46). A draft says on every page that it is one.
 */
export async function drawInvoicePdf(document: InvoiceDocument, totals: DocumentTotals): Promise<Buffer> {
  const pdf = openPdf(document)
  const bytes = buffer(pdf)
  const isDraft = document.number === null
  const running = `${titleOf(document)} · ${document.seller.name}`
  const sheet = new Sheet(pdf, { watermark: isDraft ? wordsOf(document).draft : null, running })
  sheet.addPage()
  drawHead(sheet, document)
  drawLines(sheet, document, totals)
  drawSums(sheet, document, totals)
  drawFeet(sheet, document)
  if (!isDraft) attachUbl(pdf, document, totals)
  pdf.end()
  return bytes
}

class ArchivedPdf extends PDFDocument {
  /** The title and the author are told a second time, in XML that is put together without a thought for `&`. */
  override endMetadata(): void {
    const { Title = '', Author = '' } = this.info
    Object.assign(this.info, { Title: xmlText(Title), Author: xmlText(Author) })
    super.endMetadata()
  }
}

function openPdf(document: InvoiceDocument): PDFKit.PDFDocument {
  return new ArchivedPdf({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    displayTitle: true,
    lang: document.language,
    info: {
      Title: printable(titleOf(document)),
      Author: printable(document.seller.name),
      Creator: 'Timedesk',
      Producer: 'Timedesk',
      CreationDate: new Date(document.issuedOn ?? NO_DATE),
    },
  })
}

function attachUbl(pdf: PDFKit.PDFDocument, document: InvoiceDocument, totals: DocumentTotals): void {
  const date = new Date(document.issuedOn ?? NO_DATE)
  const attachment = {
    name: 'invoice.xml',
    type: 'text/xml',
    description: titleOf(document),
    relationship: 'Alternative',
    creationDate: date,
    modifiedDate: date,
  }
  pdf.file(Buffer.from(ublOf(document, totals)), attachment)
}
