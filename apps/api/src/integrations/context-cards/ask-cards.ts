import type { CaseContextCard } from '@timedesk/contracts/case-context-cards'
import { Refusal } from '@timedesk/contracts/refusal'
import type { Deps } from '../../platform/deps.ts'
import type { Reader } from '../../platform/db/database.ts'
import { createLane, type Lane } from '../../platform/lane.ts'
import { findCardOfCase, type StoredCard } from './find-context-cards.ts'
import { failed, judgeExchange, type Outcome } from './judge-reply.ts'
import { findKeptAnswer, keepAnswer, type KeptAnswer } from './kept-answers.ts'
import { postToCard } from './post-to-card.ts'
import { findCardSubject, hashOfBody, signCardRequest, writeCardBody } from './write-card-request.ts'

const AT_ONCE_MAX = 4
const WAITING_MAX = 12

type World = Pick<Deps, 'secret' | 'newId' | 'now' | 'env'>
type Wish = { caseId: string; cardId: string; isRefresh: boolean }
type Question = { card: StoredCard; caseId: string; body: string; asked: string }

/** Shows cards of cases: as they were kept, else by asking. */
type CardDesk = (world: World, reader: Reader, wish: Wish) => Promise<CaseContextCard>

/**
 * Opens the desk of one process. Whoever wants a card that is being asked for that case gets the same answer, and a
 * card is asked for a few cases at once.
 */
export function openCardDesk(): CardDesk {
  const underway = new Map<string, Promise<KeptAnswer>>()
  const lanes = new Map<string, Lane>()

  const ask = (world: World, reader: Reader, question: Question): Promise<KeptAnswer> => {
    const { card, caseId, asked } = question
    const key = [card.id, card.version, caseId, asked].join(' ')
    const running = underway.get(key)
    if (running !== undefined) return running
    const lane = lanes.get(card.id) ?? createLane({ runningMax: AT_ONCE_MAX, waitingMax: WAITING_MAX })
    lanes.set(card.id, lane)
    const answer = askNow(world, reader, question, lane).finally(() => underway.delete(key))
    underway.set(key, answer)
    return answer
  }

  return async (world, reader, { caseId, cardId, isRefresh }) => {
    const [card, subject] = await Promise.all([findCardOfCase(reader, caseId, cardId), findCardSubject(reader, caseId)])
    if (subject === null) throw new Refusal('not_found')
    const body = writeCardBody(card, subject)
    const question = { card, caseId, body, asked: hashOfBody(body) }
    const kept = isRefresh ? null : await findKeptAnswer(reader, question, world.now())
    return present(card, kept ?? (await ask(world, reader, question)))
  }
}

async function askNow(world: World, reader: Reader, question: Question, lane: Lane): Promise<KeptAnswer> {
  const { card, body } = question
  const askedAt = world.now()
  let outcome: Outcome
  try {
    outcome = await lane(async () => {
      const request = signCardRequest(world, card, body, world.now())
      return judgeExchange(await postToCard(request, world.env.CONTEXT_CARD_PRIVATE_TARGETS))
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answerOf(failed({ code: 'busy', status: null }), askedAt, 0)
  }
  const answer = answerOf(outcome, world.now(), outcome.keptSeconds)
  await keepAnswer(reader, { ...question, version: card.version }, answer)
  return answer
}

function answerOf({ state, components, failure }: Outcome, askedAt: Date, keptSeconds: number): KeptAnswer {
  return { state, components, failure, askedAt, expiresAt: new Date(askedAt.getTime() + keptSeconds * 1000) }
}

function present({ id, name }: StoredCard, { askedAt, expiresAt, ...answer }: KeptAnswer): CaseContextCard {
  return { card: { id, name }, ...answer, askedAt: askedAt.toISOString(), keptUntil: expiresAt.toISOString() }
}
