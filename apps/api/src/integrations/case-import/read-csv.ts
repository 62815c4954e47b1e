import { Readable, pipeline } from 'node:stream'
import type { ImportMapping } from '@timedesk/contracts/imports'
import { CsvError, parse } from 'csv-parse'

const RECORD_LENGTH_MAX = 1_000_000

/** One record of a file, and the line on which it begins. */
export type CsvRow = { cells: string[]; line: number }

/** Where the file of an import comes from; it is read more than once. */
export type CsvSource = () => Promise<Readable>

/** Thrown for a file that is no readable CSV; nothing more can be read from it. */
export class UnreadableFileError extends Error {}

/**
 * Reads the records of a file, headers first, without holding more than one. Records of any number of cells are
 * given; empty lines are not. Throws an UnreadableFileError for a quote that never ends.
 */
export async function* readCsv(
  source: CsvSource,
  { encoding, delimiter }: Pick<ImportMapping, 'encoding' | 'delimiter'>,
): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: RECORD_LENGTH_MAX,
  })
  const text = Readable.from(decode(await source(), encoding))
  // Whatever goes wrong in the source is thrown by the loop below.
  pipeline(text, parser, () => undefined)
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
      yield { cells: record, line: info.lines - breaks }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFileError(`The file is not readable as CSV: ${error.message}`)
    throw error
  }
}

/** The first record of a file; null when there is none. */
export async function readHeaders(
  source: CsvSource,
  mapping: Pick<ImportMapping, 'encoding' | 'delimiter'>,
): Promise<string[] | null> {
  for await (const { cells } of readCsv(source, mapping)) return cells
  return null
}

async function* decode(content: Readable, encoding: ImportMapping['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of content as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
