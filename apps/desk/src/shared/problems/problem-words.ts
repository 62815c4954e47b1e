import type { RefusalCode } from '@timedesk/contracts/refusal'
import type { Language } from '@timedesk/ui/i18n'
import { useLanguage } from '@timedesk/ui/use-language'
import { useSyncExternalStore } from 'react'

type CodeWords = Record<RefusalCode | 'fault', string>

let loaded: Record<Language, CodeWords> | null = null
const listeners = new Set<() => void>()

/**
 * Fetches the words of refusals, which the first screen seldom needs. When they cannot be had, what the API itself
 * says stands in their place, and the next refusal asks anew.
 */
export async function loadProblemWords(): Promise<void> {
  if (loaded !== null) return
  try {
    const [en, da] = await Promise.all([import('./problem-english.ts'), import('./problem-danish.ts')])
    loaded = { en: en.problemEnglish, da: da.problemDanish }
    for (const listener of listeners) listener()
  } catch {
    // The network that failed here has failed the call too, which says so.
  }
}

/** Words a refusal by its code; undefined while the words are not there. */
export function useProblemWords(): (code: RefusalCode | 'fault') => string | undefined {
  const { language } = useLanguage()
  const words = useSyncExternalStore(subscribe, () => loaded)
  return (code) => (words ?? loaded)?.[language][code]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
