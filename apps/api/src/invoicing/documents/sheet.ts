import { registerFonts, printable, type FontName } from './fonts.ts'

/** Points; A4. Margins leave the address in the window of an envelope: 25 mm from the left, 20 from the right. */
export const PAGE = { width: 595.28, height: 841.89 } as const
export const LEFT = 70.87
export const RIGHT = 538.58
export const TOP = 48
/** Where the text ends and the footer may begin. */
export const BOTTOM = 768
export const CONTENT_WIDTH = RIGHT - LEFT

export const ACCENT = '#1f3a5f'
export const GREY = '#5f6b7a'
export const RULE = '#c9d1da'
const INK = '#1b1f24'
const WATERMARK = '#eef0f3'

export type Style = { font: FontName; size: number; leading: number; color: string }

export const styles = {
  brand: { font: 'strong', size: 17, leading: 21, color: ACCENT },
  title: { font: 'strong', size: 22, leading: 28, color: ACCENT },
  heading: { font: 'strong', size: 9.5, leading: 13, color: ACCENT },
  body: { font: 'regular', size: 9.75, leading: 13, color: INK },
  strong: { font: 'strong', size: 9.75, leading: 13, color: INK },
  label: { font: 'regular', size: 9, leading: 13, color: GREY },
  detail: { font: 'regular', size: 8.25, leading: 11, color: GREY },
  fine: { font: 'regular', size: 7.5, leading: 10, color: GREY },
  total: { font: 'strong', size: 13, leading: 17, color: ACCENT },
} as const satisfies Record<string, Style>

type Draw = () => void

/** What pages repeat: a word across each of them, and what the document is on those after the first. */
type EveryPage = { watermark: string | null; running: string }
export type Place = { x: number; y: number; width: number; align?: 'left' | 'right' }

/**
 * The paper that a document is drawn on, in points from the top left. What is drawn goes with its role into the
 * structure that screen readers follow; rules and repetitions stay out of it.
 */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument
  /** Where the next thing goes. */
  y = TOP
  private pages = 0
  private parent: PDFKit.PDFStructureElement
  private readonly widths = new Map<string, number>()
  private readonly every: EveryPage

  constructor(pdf: PDFKit.PDFDocument, every: EveryPage) {
    this.pdf = pdf
    this.every = every
    registerFonts(pdf)
    this.parent = pdf.struct('Document')
    pdf.addStructure(this.parent)
  }

  addPage(): void {
    const isFirst = this.pages === 0
    this.pdf.addPage()
    this.pages += 1
    this.y = TOP
    if (this.every.watermark !== null) this.drawWatermark(this.every.watermark)
    if (isFirst) return
    this.decorate(() => {
      const rows = this.wrap(this.every.running, styles.label, CONTENT_WIDTH).slice(0, 1)
      this.drawRows(rows, styles.label, { x: LEFT, y: TOP - 10, width: CONTENT_WIDTH })
    })
    this.y = TOP + styles.label.leading
  }

  hasRoomFor(height: number): boolean {
    return this.y + height <= BOTTOM
  }

  /** Everything written by `draw` belongs to an element of that type, such as a table's cell. */
  inside(type: string, draw: Draw): void {
    const outer = this.parent
    const element = this.pdf.struct(type)
    outer.add(element)
    this.parent = element
    draw()
    this.parent = outer
    element.end()
  }

  /** What is only looked at: no screen reader tells it. */
  decorate(draw: Draw): void {
    this.pdf.markContent('Artifact')
    draw()
    this.pdf.endMarkedContent()
  }

  rule(y: number, { from = LEFT, to = RIGHT, color = RULE, width = 0.6 } = {}): void {
    this.decorate(() => {
      this.pdf.moveTo(from, y).lineTo(to, y).lineWidth(width).strokeColor(color).stroke()
    })
  }

  /** A paragraph at a place; gives the y below it. */
  write(text: string, style: Style, place: Place): number {
    return this.writeRows(this.wrap(text, style, place.width), style, place)
  }

  /** Rows that were wrapped already, as an element's content; gives the y below them. */
  writeRows(rows: readonly string[], style: Style, place: Place): number {
    if (rows.length > 0) {
      const content = this.pdf.markStructureContent('Span')
      this.drawRows(rows, style, place)
      this.pdf.endMarkedContent()
      this.parent.add(content)
    }
    return place.y + rows.length * style.leading
  }

  /** Rows down the page and on to the next ones; `onPage` puts above them what a new page repeats. */
  flow(rows: readonly string[], style: Style, { x, width, onPage }: { x: number; width: number; onPage?: Draw }): void {
    for (let next = 0; next < rows.length;) {
      if (!this.hasRoomFor(style.leading)) {
        this.addPage()
        onPage?.()
      }
      const count = Math.floor((BOTTOM - this.y) / style.leading)
      this.y = this.writeRows(rows.slice(next, next + count), style, { x, y: this.y, width })
      next += count
    }
  }

  drawRows(rows: readonly string[], style: Style, { x, y, width, align = 'left' }: Place): void {
    this.pdf.font(style.font).fontSize(style.size).fillColor(style.color)
    for (const [index, row] of rows.entries()) {
      const indent = align === 'right' ? width - this.widthOf(row, style) : 0
      this.pdf.text(row, x + indent, y + index * style.leading, { lineBreak: false })
    }
  }

  /** The rows of a text that fit a width; breaks at spaces, and inside of a word only when it is wider than that. */
  wrap(text: string, style: Style, width: number): string[] {
    const paragraphs = printable(text).trim()
    return paragraphs === '' ? [] : paragraphs.split('\n').flatMap((row) => this.wrapParagraph(row, style, width))
  }

  widthOf(text: string, { font, size }: Style): number {
    const key = `${font} ${size} ${text}`
    const known = this.widths.get(key)
    if (known !== undefined) return known
    const width = this.pdf.font(font).fontSize(size).widthOfString(text)
    this.widths.set(key, width)
    return width
  }

  private wrapParagraph(paragraph: string, style: Style, width: number): string[] {
    const rows: string[] = []
    const space = this.widthOf(' ', style)
    let row = ''
    let rowWidth = 0
    for (const word of paragraph.split(' ').flatMap((one) => this.splitWord(one, style, width))) {
      const wordWidth = this.widthOf(word, style)
      if (row !== '' && rowWidth + space + wordWidth > width) {
        rows.push(row)
        row = word
        rowWidth = wordWidth
      } else {
        rowWidth += row === '' ? wordWidth : space + wordWidth
        row = row === '' ? word : `${row} ${word}`
      }
    }
    return [...rows, row]
  }

  private splitWord(word: string, style: Style, width: number): string[] {
    if (this.widthOf(word, style) <= width) return [word]
    const parts: string[] = []
    let part = ''
    let partWidth = 0
    for (const character of Array.from(word)) {
      const characterWidth = this.widthOf(character, style)
      if (part !== '' && partWidth + characterWidth > width) {
        parts.push(part)
        part = ''
        partWidth = 0
      }
      part += character
      partWidth += characterWidth
    }
    return [...parts, part]
  }

  private drawWatermark(text: string): void {
    const style: Style = { font: 'strong', size: 120, leading: 140, color: WATERMARK }
    const center = { x: PAGE.width / 2, y: PAGE.height / 2 }
    this.decorate(() => {
      this.pdf.save().rotate(-45, { origin: [center.x, center.y] })
      const width = this.widthOf(text, style)
      this.drawRows([text], style, { x: center.x - width / 2, y: center.y - style.leading / 2, width })
      this.pdf.restore()
    })
  }
}
