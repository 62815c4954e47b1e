import { ApiRefusal, isRefusal } from '@timedesk/client/api-error'

/**
 * The problems of what lies inside a field of the body, as if that were a body of its own: so that a part of a form
 * finds them by the names it knows. Null when nothing inside is wrong.
 */
export function errorInside(error: unknown, ...path: readonly (string | number)[]): ApiRefusal | null {
  if (!isRefusal(error)) return null
  const inside = `/body/${path.join('/')}/`
  const errors = error.fields
    .filter(({ pointer }) => pointer.startsWith(inside))
    .map((problem) => ({ ...problem, pointer: `/body/${problem.pointer.slice(inside.length)}` }))
  if (errors.length === 0) return null
  const { title, status, code, requestId } = error
  return new ApiRefusal({
    type: 'about:blank',
    instance: `urn:request:${requestId}`,
    title,
    status,
    code,
    requestId,
    errors,
  })
}
