import type { Problem } from '@timedesk/contracts/problem'
import type { FieldProblem, RefusalCode } from '@timedesk/contracts/refusal'

/** The API said no and says why: `code` is one of the closed table, `fields` are the inputs that are wrong. */
export class ApiRefusal extends Error {
  readonly code: RefusalCode
  readonly status: number
  readonly title: string
  readonly detail: string | undefined
  readonly fields: readonly FieldProblem[]
  readonly missingPermission: string | undefined
  readonly requestId: string
  /** Whole seconds until asking again makes sense, when the API says so. */
  readonly retryAfterSeconds: number | undefined

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.detail ?? problem.title)
    this.name = 'ApiRefusal'
    this.code = problem.code
    this.status = problem.status
    this.title = problem.title
    this.detail = problem.detail
    this.fields = problem.errors ?? []
    this.missingPermission = problem.missingPermission
    this.requestId = problem.requestId
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/**
 * Why there is no answer to work with: the network failed, it took too long, the server broke,
 * or the answer is not what the contract promises.
 */
export type FaultKind = 'network' | 'timeout' | 'fault' | 'unexpected_answer'

type FaultDetails = { status?: number; requestId?: string; retryAfterSeconds?: number; cause?: unknown }

/** Something went wrong that nobody decided; `requestId` is what the operator looks for in the log. */
export class ApiFault extends Error {
  readonly kind: FaultKind
  readonly status: number | undefined
  readonly requestId: string | undefined
  /** Whole seconds until asking again makes sense, when a proxy says so. */
  readonly retryAfterSeconds: number | undefined

  constructor(kind: FaultKind, message: string, details: FaultDetails = {}) {
    super(message, { cause: details.cause })
    this.name = 'ApiFault'
    this.kind = kind
    this.status = details.status
    this.requestId = details.requestId
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}

/** Whether the API refused; with a code, whether it refused for that reason. */
export function isRefusal(error: unknown, code?: RefusalCode): error is ApiRefusal {
  return error instanceof ApiRefusal && (code === undefined || error.code === code)
}

/** Whether a call failed without a decision; with a kind, whether in that way. */
export function isFault(error: unknown, kind?: FaultKind): error is ApiFault {
  return error instanceof ApiFault && (kind === undefined || error.kind === kind)
}
