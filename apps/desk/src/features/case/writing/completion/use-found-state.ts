import { useCompletionWords } from './use-completion-words.ts'

type Found = { isPending: boolean; isError: boolean }

/** What is to be said of things that were looked for. */
export function useFoundState(): (found: Found, count: number, query: string) => string {
  const words = useCompletionWords()
  return ({ isPending, isError }, count, query) => {
    if (isError) return words('failed')
    if (count > 0) return words('keys')
    return isPending ? words('searching') : words('nothing', { query })
  }
}
