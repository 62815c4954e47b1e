import { Prisma } from '@timedesk/prisma/client'

const DEPTH_MAX = 6

type Wrapped = {
  originalCode?: unknown
  code?: unknown
  meta?: { driverAdapterError?: unknown; code?: unknown }
  cause?: unknown
}

/** PostgreSQL's code of an error, however deep Prisma wrapped it; null for other errors. */
export function sqlStateOf(error: unknown): string | null {
  let cause = error
  for (let depth = 0; typeof cause === 'object' && cause !== null && depth < DEPTH_MAX; depth += 1) {
    const { originalCode, code, meta, cause: inner } = cause as Wrapped
    for (const candidate of [originalCode, code, meta?.code]) {
      if (typeof candidate === 'string' && /^[0-9A-Z]{5}$/u.test(candidate) && !/^P\d{4}$/u.test(candidate))
        return candidate
    }
    cause = inner ?? meta?.driverAdapterError
  }
  return null
}

/** Whether a unique rule of the database was broken (23505, or Prisma's word for it). */
export function isUniqueViolation(error: unknown): boolean {
  return sqlStateOf(error) === '23505' || isPrismaError(error, 'P2002')
}

/** Whether a foreign key of the database was broken (23503, or Prisma's word for it). */
export function isReferenceViolation(error: unknown): boolean {
  return sqlStateOf(error) === '23503' || isPrismaError(error, 'P2003')
}

/** Deadlock or serialisation failure: nothing happened, and the same may succeed now. */
export function isTransient(error: unknown): boolean {
  const state = sqlStateOf(error)
  return state === '40001' || state === '40P01' || isPrismaError(error, 'P2034')
}

function isPrismaError(error: unknown, code: string): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === code
}
