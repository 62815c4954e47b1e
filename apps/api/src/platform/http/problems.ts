import { refusals, Refusal, type RefusalCode, type RefusalDetails } from '@timedesk/contracts/refusal'
import type { Problem } from '@timedesk/contracts/problem'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isReferenceViolation, isUniqueViolation, sqlStateOf } from '../db/sql-state.ts'

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Fastify's own errors and the database's, as refusals of our table. */
const foreignCodes: Partial<Record<string, RefusalCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
  FST_REQ_FILE_TOO_LARGE: 'body_too_large',
  FST_FILES_LIMIT: 'invalid_request',
  FST_PARTS_LIMIT: 'invalid_request',
  FST_FIELDS_LIMIT: 'invalid_request',
  FST_PROTO_VIOLATION: 'invalid_request',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
  FST_ERR_BAD_URL: 'invalid_request',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  ENOSPC: 'storage_full',
}

/** The database's own word for a closed period, should a command ever get that far. */
const PERIOD_GUARD = 'time_entry_period_locked'

/** What the pool says when all connections were busy for too long; it gives no code. */
const POOL_IS_BUSY = 'timeout exceeded when trying to connect'

/** Turns whatever was thrown into the refusal to answer with; null for a fault. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (isUniqueViolation(error)) return new Refusal('conflict')
  if (isReferenceViolation(error)) return new Refusal('reference_refused')
  if (sqlStateOf(error) === '57014' || sqlStateOf(error) === '55P03' || (error as Error).message === POOL_IS_BUSY)
    return new Refusal('unavailable', { retryAfterSeconds: 1 })
  const { code, statusCode, constraint } = error as Partial<FastifyError> & { constraint?: unknown }
  if (constraint === PERIOD_GUARD) return new Refusal('period_locked')
  const known = code === undefined ? undefined : foreignCodes[code]
  if (known !== undefined) return new Refusal(known)
  return statusCode === 400 ? new Refusal('invalid_request') : null
}

/** Sends a problem document (RFC 9457). */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: RefusalCode,
  details: RefusalDetails = {},
): FastifyReply {
  const { status, title } = refusals[code]
  const problem: Problem = {
    type: `/api/docs/problems#${code}`,
    title,
    status,
    ...(details.detail !== undefined && { detail: details.detail }),
    instance: `urn:request:${request.id}`,
    code,
    requestId: request.id,
    ...(details.fields !== undefined && { errors: details.fields }),
    ...(details.missingPermission !== undefined && { missingPermission: details.missingPermission }),
  }
  if (details.retryAfterSeconds !== undefined)
    void reply.header('retry-after', String(Math.max(1, Math.ceil(details.retryAfterSeconds))))
  return reply
    .code(status)
    .header('content-type', PROBLEM_TYPE)
    .header('request-id', request.id)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem))
}

/** The error handler of the whole server: refusals are answers, everything else is logged whole and told to nobody. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error)
  if (refusal !== null) return sendProblem(request, reply, refusal.code, refusal.details)
  request.log.error({ err: error }, 'fault')
  return sendProblem(request, reply, 'fault')
}
