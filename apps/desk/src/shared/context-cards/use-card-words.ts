import type { CardFailure } from '@timedesk/contracts/case-context-cards'

import { createWords } from '../create-words.ts'
import { cardDanish, cardEnglish } from './card-texts.ts'

export const useCardWords = createWords('contextCards', { en: cardEnglish, da: cardDanish })

/** Why a card shows nothing, in a sentence. */
export function useFailureWords(): (failure: CardFailure) => string {
  const words = useCardWords()
  return ({ code, status }) => words(`failed_${code}`, { status: String(status ?? '') })
}
