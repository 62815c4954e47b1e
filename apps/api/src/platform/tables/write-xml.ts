import { xmlText } from '@timedesk/domain/invoicing/xml'
import { textOfCell, type Table } from './table.ts'

/** A table as XML: an element for each row, in it one for each value that there is. */
export async function* writeXml({ name, rowName, columns, batches }: Table): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<${name}>\n`
  for await (const rows of batches) {
    yield rows
      .map((row) => {
        const values = columns.map(({ key, kind }, at) => {
          const text = textOfCell(row[at] ?? null, kind)
          return text === '' ? '' : `<${key}>${xmlText(text)}</${key}>`
        })
        return `  <${rowName}>${values.join('')}</${rowName}>\n`
      })
      .join('')
  }
  yield `</${name}>\n`
}
