import { CardAnswer, type CardComponent } from '@timedesk/contracts/context-card-components'
import type { CardFailure, CardState } from '@timedesk/contracts/case-context-cards'
import type { z } from 'zod'
import type { Exchange } from './post-to-card.ts'

const PROBLEMS_MAX = 20
/** A system that is down is not asked again by everybody who looks. */
const FAILURE_KEPT_SECONDS = 30

type Problem = { pointer: string; message: string }

/** What a card shows after an exchange, and for how long. */
export type Outcome = {
  state: CardState
  components: CardComponent[]
  failure: CardFailure | null
  keptSeconds: number
  /** Where the answer is not as the contract says. */
  problems: Problem[]
}

/** Reads a reply by the contract: 204 or no components is an empty card, anything else but a fitting 200 a failure. */
export function judgeExchange({ reply, failure }: Exchange): Outcome {
  if (reply === null) return failed({ code: failure, status: null })
  const { status, body, isCut } = reply
  if (status >= 300 && status < 400) return failed({ code: 'redirect', status })
  if (status === 204) return { state: 'empty', components: [], failure: null, keptSeconds: 0, problems: [] }
  if (status !== 200) return failed({ code: 'status', status })
  if (isCut) return failed({ code: 'too_large', status })
  const json = readJson(body)
  if (json === undefined) return failed({ code: 'not_json', status })
  const parsed = CardAnswer.safeParse(json)
  if (!parsed.success)
    return failed({ code: 'wrong_shape', status }, parsed.error.issues.flatMap(problemsOf).slice(0, PROBLEMS_MAX))
  const { components, timeToLiveSeconds } = parsed.data
  const state = components.length === 0 ? 'empty' : 'answered'
  return { state, components, failure: null, keptSeconds: timeToLiveSeconds, problems: [] }
}

/** A card that could not be shown. */
export function failed(failure: CardFailure, problems: Problem[] = []): Outcome {
  return { state: 'failed', components: [], failure, keptSeconds: FAILURE_KEPT_SECONDS, problems }
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown
  } catch {
    return undefined
  }
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerOf(issue.path), message: issue.message }]
  return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), message: `There is no field ${key}.` }))
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
