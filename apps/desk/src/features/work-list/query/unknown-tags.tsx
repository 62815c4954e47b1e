import { useQueries } from '@tanstack/react-query'
import type { QueryTerm, QueryWords } from '@timedesk/domain/query/query'

import type { Chip } from './chips.ts'
import { useQueryWords } from './use-query-words.ts'
import { valueQueries } from './value-queries.ts'

/** Tells of the tags that a list is narrowed by and that no case has: an unknown tag is asked for like any other. */
export function UnknownTags({ chips }: { chips: readonly Chip[] }) {
  const words = useQueryWords()
  const tags = chips.flatMap(({ node }) => (node === null ? [] : tagsOf(node)))
  const unknown = useQueries({
    queries: tags.map((tag) => valueQueries.of('tag', tag)),
    combine: (answers) =>
      tags.filter((tag, place) => {
        const known = answers[place]?.data
        return known !== undefined && !known.some(({ name }) => name.toLowerCase() === tag.toLowerCase())
      }),
  })
  return unknown.length === 0 ? null : <p>{unknown.map((tag) => words('unknownTag', { tag })).join(' ')}</p>
}

function tagsOf(node: QueryTerm | QueryWords): string[] {
  if (node.kind !== 'term' || node.key !== 'tag' || node.isNegated) return []
  return node.values.flatMap((value) => (value.kind === 'is' ? [value.text] : []))
}
