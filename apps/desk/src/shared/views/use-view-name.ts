import { createWords } from '../create-words.ts'
import { viewDanish, viewEnglish } from './view-texts.ts'

const useViewWords = createWords('views', { en: viewEnglish, da: viewDanish })

/** What a view is called: a saved one as it was named, a shipped one in the reader's language. */
export function useViewName(): (view: { id: string; name: string | null }) => string {
  const words = useViewWords()
  return ({ id, name }) => {
    return name ?? (isShipped(id) ? words(id) : '…')
  }
}

function isShipped(id: string): id is keyof typeof viewEnglish {
  return Object.hasOwn(viewEnglish, id)
}
