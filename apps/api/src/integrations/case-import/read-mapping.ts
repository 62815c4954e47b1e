import { ImportMapping } from '@timedesk/contracts/imports'
import { Refusal, type FieldProblem } from '@timedesk/contracts/refusal'
import { fitMapping, type MappingProblem } from '@timedesk/domain/import/mapping'
import type { RowMapper } from '@timedesk/domain/import/map-row'

/** Reads a mapping from its JSON. Refuses with `mapping_refused`, naming each place that is wrong. */
export function readMapping(json: string): ImportMapping {
  const parsed = ImportMapping.safeParse(parseJson(json))
  if (parsed.success) return parsed.data
  throw refused(
    parsed.error.issues.map(({ path, code, message }) => ({
      pointer: `/body/mapping${path.map((part) => `/${escaped(String(part))}`).join('')}`,
      code,
      message,
    })),
  )
}

/** Fits a mapping to the headers of its file. Refuses with `mapping_refused`, naming each place that does not fit. */
export function fitToHeaders(mapping: ImportMapping, headers: readonly string[]): RowMapper {
  const fitted = fitMapping(mapping, headers)
  if (fitted.ok) return fitted.mapRow
  throw refused(
    fitted.problems.map(({ code, pointer, value }) => ({
      pointer: `/body/mapping${pointer}`,
      code,
      message: `${meanings[code]}: ${value}`,
    })),
  )
}

const meanings: Record<MappingProblem['code'], string> = {
  unknown_column: 'The file has no such column',
  unknown_zone: 'There is no such time zone',
  unreadable_format: 'This is no format of a time',
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw refused([{ pointer: '/body/mapping', code: 'invalid_json', message: 'The mapping is not JSON.' }])
  }
}

function refused(fields: FieldProblem[]): Refusal {
  const [first] = fields
  return new Refusal('mapping_refused', { detail: `${first?.pointer ?? ''}: ${first?.message ?? ''}`, fields })
}

function escaped(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1')
}
