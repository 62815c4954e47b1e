import type { Shot } from './load.ts'
import type { Operation, Shots } from './operation.ts'

/** As people type: whole words that everybody uses, parts of compounds, wrong letters, several words, a name. */
const boxedWords = {
  words: ['printer', 'adgangskort', 'certifikat'],
  parts: ['faktur', 'kontrakt', 'netværk'],
  typos: ['pritner', 'adgangskrot', 'certifkat'],
  several: ['printer vi adgangskort', 'faktura moms -server', 'customer 17 printer'],
}

/** Searches of the work list and of the one box. */
export function searchOperations({ headers, floor }: Pick<Shots, 'headers' | 'floor'>): Operation[] {
  const searching = (words: string): Shot => ({ method: 'GET', path: `/api/v1/cases?search=${words}`, headers })
  const boxed =
    (words: readonly string[]) =>
    (shot: number): Shot => {
      const word = words[shot % words.length] ?? ''
      return { method: 'GET', path: `/api/v1/search?limit=20&q=${encodeURIComponent(word)}`, headers }
    }
  const rare = (shot: number) => `word${String((shot * 31) % 9973)}`
  const frequent = (shot: number) => (shot % 2 === 0 ? 'module' : 'tried')
  return [
    {
      name: 'search',
      target: 0.7,
      product: (n) => searching(rare(n)),
      floor: (n) => floor('search', { words: rare(n) }),
    },
    {
      // Words of every message: here the time counts, not the share of a floor that sorts all cases.
      name: 'search frequent',
      target: 0,
      product: (n) => searching(frequent(n)),
      floor: (n) => floor('search', { words: frequent(n) }),
    },
    // The one box, with its ranking and excerpts; the floor looks a rare word up.
    ...Object.entries(boxedWords).map(([name, words]): Operation => {
      return {
        name: `search ${name}`,
        target: 0,
        product: boxed(words),
        floor: (n) => floor('search', { words: rare(n) }),
      }
    }),
  ]
}
