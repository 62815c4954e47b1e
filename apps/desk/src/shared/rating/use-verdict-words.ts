import { clockIn } from '../clock-in.ts'
import { createWords } from '../create-words.ts'
import { useMe } from '../session/use-me.ts'
import { useRatingTools } from './use-rating-tools.ts'
import { verdictDanish, verdictEnglish } from './verdict-texts.ts'
import { wordNotes, type VerdictNote } from './word-notes.ts'
import { wordVerdict, type Worth } from './word-verdict.ts'

const useVerdictTexts = createWords('verdict', { en: verdictEnglish, da: verdictDanish })

/** Words what time becomes: the line, and what to mind beside it. Null words nothing. */
export function useVerdictWords(worth: Worth | null): { line: string; notes: VerdictNote[] } {
  const say = useVerdictTexts()
  const rating = useRatingTools(worth?.explanation ?? [])
  const { company } = useMe()
  if (worth === null) return { line: '', notes: [] }
  const tools = { ...rating, say, clock: (instant: string) => clockIn(company.timeZone, instant) }
  return { line: wordVerdict(worth, tools), notes: wordNotes(worth, tools) }
}
