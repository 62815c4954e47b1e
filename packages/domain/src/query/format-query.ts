import type { Query, QueryNode, QueryValue } from './query.ts'

/** What a value cannot hold without quotes; `..` and a leading sign would say something else. */
const NEEDS_QUOTES = /^$|^[<>]|\.\.|[\s()",]/u
/** A word that says something of its own: `or`, a key, a negation. */
const SPEAKS = /^$|^or$|^-.|^[a-z][a-z0-9_]*(?:\.[a-z0-9_-]+)?:(?!\/\/)|[\s()"]/iu

/** The text of a query; `parseQuery` gives the same query back. */
export function formatQuery({ all }: Query): string {
  return all.map(formatNode).join(' ')
}

export function formatNode(node: QueryNode): string {
  const sign = node.isNegated ? '-' : ''
  switch (node.kind) {
    case 'term':
      return `${sign}${node.key}:${node.values.map(formatOne).join(',')}`
    case 'words': {
      const isBare = !node.isPhrase && !SPEAKS.test(node.text)
      const isNegatedBare = node.isNegated && !node.isPhrase && isWordAfterSign(node.text)
      return `${sign}${isBare || isNegatedBare ? node.text : quote(node.text)}`
    }
    case 'group':
      return `${sign}(${node.any.map(formatQuery).join(' or ')})`
  }
}

/** A value as it stands behind a key. */
export function formatValue(text: string): string {
  return NEEDS_QUOTES.test(text) ? quote(text) : text
}

function formatOne(value: QueryValue): string {
  switch (value.kind) {
    case 'is':
      return formatValue(value.text)
    case 'below':
      return `<${value.text}`
    case 'above':
      return `>${value.text}`
    case 'range':
      return `${value.from}..${value.to}`
  }
}

/** Behind a sign neither `or` nor a second sign says anything. */
function isWordAfterSign(text: string): boolean {
  return /^or$|^-/iu.test(text) && !/[\s()"]/u.test(text)
}

function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`
}
