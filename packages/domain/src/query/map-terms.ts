import type { Query, QueryNode, QueryTerm } from './query.ts'

/** The same query with other terms in the place of its own; words and groups stay as they are. */
export function mapTerms({ all }: Query, change: (term: QueryTerm) => QueryTerm): Query {
  return {
    all: all.map((node): QueryNode => {
      if (node.kind === 'term') return change(node)
      return node.kind === 'group' ? { ...node, any: node.any.map((branch) => mapTerms(branch, change)) } : node
    }),
  }
}
