import { isRefusal } from '@timedesk/client/api-error'
import type { FieldProblem } from '@timedesk/contracts/refusal'

/** The first problem of the body's field `name`, or of anything inside it; undefined when it is fine. */
export function problemOfField(error: unknown, name: string): FieldProblem | undefined {
  if (!isRefusal(error)) return undefined
  return error.fields.find(({ pointer }) => fieldOf(pointer) === name)
}

/** The problems that belong to none of these fields and have to be told above the form. */
export function problemsElsewhere(error: unknown, names: readonly string[]): FieldProblem[] {
  if (!isRefusal(error)) return []
  return error.fields.filter(({ pointer }) => !names.includes(fieldOf(pointer) ?? ''))
}

function fieldOf(pointer: string): string | undefined {
  const [, part, name] = pointer.split('/')
  return part === 'body' ? name?.replaceAll('~1', '/').replaceAll('~0', '~') : undefined
}
