import { Prisma } from '@timedesk/prisma/client'
import { containing } from '../../platform/db/containing.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { NameSource } from './name-sources.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

export function isId(text: string): boolean {
  return UUID.test(text)
}

/** A thing that a value of a query may name. */
export type Named = { id: string; name: string; hint: string | null; alias: string | null }

/** What names match, whatever their case: several things may go by the same name. */
export async function findByNames(
  reader: Reader,
  { from, name, alias }: NameSource,
  typed: readonly string[],
): Promise<Map<string, string[]>> {
  const given = Prisma.sql`JOIN unnest(${typed}::text[]) AS t (typed)`
  const byName = Prisma.sql`SELECT t.typed, x.id FROM ${from} ${given} ON lower(${name}) = lower(t.typed)`
  const byAlias =
    alias === null
      ? Prisma.empty
      : Prisma.sql`UNION SELECT t.typed, x.id FROM ${from} ${given} ON lower(${alias}) = lower(ltrim(t.typed, '#'))`
  const rows = await reader.rows<{ typed: string; id: string }>(Prisma.sql`${byName} ${byAlias} ORDER BY id`)
  const found = new Map<string, string[]>(typed.map((one) => [one, []]))
  for (const { typed: one, id } of rows) found.get(one)?.push(id)
  return found
}

/** The names of things by their ids; what is gone is missing. */
export async function findNames(reader: Reader, source: NameSource, ids: readonly string[]): Promise<Named[]> {
  return reader.rows<Named>(Prisma.sql`${columnsOf(source)} WHERE x.id = ANY(${ids}::uuid[])`)
}

/** Things whose name holds the term, the active and those that begin with it first; for an id the one that has it. */
export async function findLikeNamed(
  reader: Reader,
  source: NameSource,
  term: string | undefined,
  limit: number,
): Promise<Named[]> {
  const { name, alias, isActive } = source
  if (term !== undefined && isId(term)) return findNames(reader, source, [term])
  const text = (term ?? '').replace(/^#/u, '')
  const calledSo = Prisma.sql`${name} ILIKE ${containing(text)}`
  const matching = alias === null ? calledSo : Prisma.sql`(${calledSo} OR ${alias} ILIKE ${beginning(text)})`
  return reader.rows<Named>(Prisma.sql`${columnsOf(source)} WHERE ${matching}
    ORDER BY ${isActive} DESC, ${name} ILIKE ${beginning(text)} DESC, ${name}, x.id LIMIT ${limit}`)
}

function columnsOf({ from, name, hint, alias }: NameSource): Prisma.Sql {
  return Prisma.sql`SELECT x.id, ${name} AS name, ${hint} AS hint, ${alias ?? Prisma.sql`NULL`} AS alias FROM ${from}`
}

function beginning(text: string): string {
  return containing(text).slice(1)
}
