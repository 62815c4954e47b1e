import type { Route } from '@timedesk/contracts/route'

type Parts = { params?: unknown; query?: unknown }

/**
 * The address of a route: path parameters filled in and encoded, the query appended.
 * Arrays become one value with commas; what is undefined is left out. Throws a TypeError when a parameter is missing.
 */
export function addressOf(baseUrl: string, route: Route, { params, query }: Parts): string {
  const values = (params ?? {}) as Record<string, unknown>
  const path = route.path.replaceAll(/:(\w+)/gu, (_, name: string) => {
    const value = values[name]
    if (value === undefined || value === null || value === '') throw new TypeError(`${route.path} needs ${name}.`)
    return encodeURIComponent(textOf(value))
  })
  const search = searchOf((query ?? {}) as Record<string, unknown>)
  return `${baseUrl}${path}${search === '' ? '' : `?${search}`}`
}

/** The `If-Match` value that means this version of a resource, for data that came without an ETag, such as a list's. */
export function ifMatchOf({ version }: { version: number }): string {
  return `"v${version}"`
}

function searchOf(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
    return [[name, Array.isArray(value) ? value.map(textOf).join(',') : textOf(value)]]
  })
  return new URLSearchParams(pairs).toString()
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : String(value)
}
