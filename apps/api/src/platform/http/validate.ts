import { Refusal, type FieldProblem } from '@timedesk/contracts/refusal'
import type { z } from 'zod'

const FIELDS_MAX = 20

/**
 * Parses a part of a request. Refuses with `invalid_request` and one line for each wrong field,
 * whose pointer begins with the part: `/body/minutes`, `/query/limit`, `/params/caseId`.
 */
export function parsePart(part: 'body' | 'query' | 'params', schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.slice(0, FIELDS_MAX).flatMap((issue) => fieldProblems(part, issue))
  throw new Refusal('invalid_request', { detail: fields[0]?.message ?? 'The request is not valid.', fields })
}

function fieldProblems(part: string, issue: z.core.$ZodIssue): FieldProblem[] {
  const pointer = `/${[part, ...issue.path].map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
  if (issue.code !== 'unrecognized_keys') return [{ pointer, code: issue.code, message: issue.message }]
  return issue.keys
    .slice(0, FIELDS_MAX)
    .map((key) => ({ pointer: `${pointer}/${key}`, code: 'unknown_field', message: `There is no field ${key}.` }))
}
