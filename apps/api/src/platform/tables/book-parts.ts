import type { ColumnKind } from './table.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Characters that a column is wide. */
export const widths: Record<ColumnKind, number> = {
  text: 28,
  integer: 12,
  amount: 16,
  decimal: 12,
  day: 12,
  instant: 18,
}

/** The formats that cells refer to by place: plain, header, whole, amount, decimal, day and moment. */
export const stylesXml = `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">${[
  { format: 0, font: 0 },
  { format: 0, font: 1 },
  { format: 1, font: 0 },
  { format: 4, font: 0 },
  { format: 0, font: 0 },
  { format: 164, font: 0 },
  { format: 165, font: 0 },
]
  .map(
    ({ format, font }) =>
      `<xf numFmtId="${String(format)}" fontId="${String(font)}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  )
  .join('')}</cellXfs></styleSheet>`

export const packageXml = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

/** Sheets are numbered from one. */
export function contentTypesXml(sheets: readonly number[]): string {
  const own = sheets.map(
    (sheet) => `<Override PartName="/xl/worksheets/sheet${String(sheet)}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  )
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${own.join('')}</Types>`
}

export function workbookXml(name: string, sheets: readonly number[]): string {
  const own = sheets.map((sheet) => {
    const title = sheet === 1 ? name : `${name} ${String(sheet)}`
    return `<sheet name="${title}" sheetId="${String(sheet)}" r:id="rId${String(sheet)}"/>`
  })
  return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${own.join('')}</sheets></workbook>`
}

export function workbookRelationsXml(sheets: readonly number[]): string {
  const own = sheets.map(
    (sheet) =>
      `<Relationship Id="rId${String(sheet)}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${String(sheet)}.xml"/>`,
  )
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${own.join('')}<Relationship Id="rId0" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
}

/** Up to the first row; the header stays in sight. */
export function sheetHead(kinds: readonly ColumnKind[]): string {
  const columns = kinds.map(
    (kind, at) =>
      `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(widths[kind])}" customWidth="1"/>`,
  )
  return `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`
}

export const SHEET_FOOT = '</sheetData></worksheet>'
