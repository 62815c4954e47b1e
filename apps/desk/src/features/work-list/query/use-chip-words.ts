import { useQueries } from '@tanstack/react-query'
import { StatusCategory } from '@timedesk/contracts/case-status'
import type { QueryTerm, QueryValue, QueryWords } from '@timedesk/domain/query/query'
import { useStatusName } from '@timedesk/ui/status-pill'

import type { Chip } from './chips.ts'
import { queryEnglish } from './query-english.ts'
import { useQueryWords } from './use-query-words.ts'
import { isId, valueQueries } from './value-queries.ts'

type Key = keyof typeof queryEnglish

/** Says parts of a query in words. Things that a text names by id are looked up; what cannot be found stays an id. */
export function useChipWords(chips: readonly Chip[]): (chip: Chip) => string {
  const words = useQueryWords()
  const statusName = useStatusName()
  const nameOf = useNames(chips)

  const wordValue = (key: string, text: string): string => {
    if (isId(text)) return nameOf(key, text)
    const status = StatusCategory.options.find((category) => category === text.toLowerCase())
    if (key === 'status' && status !== undefined) return statusName({ category: status, name: '' })
    const own = wordOf(`${key}_${text}`) ?? wordOf(`value_${text}`)
    return own === undefined ? text : words(own)
  }
  const word = (key: string, value: QueryValue): string => {
    if (value.kind === 'is') return wordValue(key, value.text)
    if (value.kind !== 'range') return words(value.kind, { value: wordValue(key, value.text) })
    const [from, to] = [wordValue(key, value.from), wordValue(key, value.to)]
    if (from === '') return words('upTo', { to })
    return to === '' ? words('from', { from }) : words('range', { from, to })
  }
  const sayTerm = ({ key, values, isNegated }: QueryTerm): string => {
    const said = values.map((value) => word(key, value)).join(words('and'))
    if (key === 'is') return isNegated ? words('not', { what: said }) : said
    return `${nameOfKey(key)}: ${isNegated ? words('not', { what: said }) : said}`
  }
  const sayWords = ({ text, isPhrase, isNegated }: QueryWords): string => {
    const said = isPhrase ? `“${text}”` : text
    return isNegated ? words('not', { what: said }) : said
  }
  const nameOfKey = (key: string): string => {
    const known = wordOf(`key_${key}`)
    return known === undefined ? key.replace(/^field\./u, '') : words(known)
  }
  return ({ node, text }) => (node === null ? text : node.kind === 'term' ? sayTerm(node) : sayWords(node))
}

function wordOf(key: string): Key | undefined {
  return Object.hasOwn(queryEnglish, key.toLowerCase()) ? (key.toLowerCase() as Key) : undefined
}

/** The names of what the parts speak of by id. */
function useNames(chips: readonly Chip[]): (key: string, id: string) => string {
  const asked = chips.flatMap(({ node }) =>
    node?.kind === 'term'
      ? node.values.flatMap((value) =>
          value.kind === 'is' && isId(value.text) ? [[node.key, value.text] as const] : [],
        )
      : [],
  )
  return useQueries({
    queries: asked.map(([key, id]) => valueQueries.of(key, id)),
    combine: (answers) => {
      const names = new Map(answers.flatMap(({ data = [] }) => data.map(({ id, name }) => [id, name])))
      return (_key: string, id: string) => names.get(id) ?? '…'
    },
  })
}
