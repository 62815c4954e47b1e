import { ruleOfKey } from '@timedesk/domain/query/query-keys'
import type { Reader } from '../../platform/db/database.ts'
import { findByNames, type Named } from './find-by-names.ts'
import { nameSources, type NamedKey } from './name-sources.ts'

/** Things that a key may name, and what each of their names would be read as. */
export type KnownNames = {
  things: ReadonlyMap<string, Named>
  meant: ReadonlyMap<string, string[]>
}

/** What has to be known of things before they can be written in a query. */
export async function knowNames(reader: Reader, key: NamedKey, things: readonly Named[]): Promise<KnownNames> {
  const candidates = things.flatMap(({ name, alias }) => (alias === null ? [name] : [name, alias]))
  const meant = await findByNames(reader, nameSources[key], [...new Set(candidates)])
  return { things: new Map(things.map((thing) => [thing.id, thing])), meant }
}

/**
 * How a thing is written behind a key: by its name where that is read as it alone, else by its number or what else only
 * it has, else by its id. Things of the same name that are meant beside it, `among`, may share the name.
 */
export function writtenName(
  key: NamedKey,
  id: string,
  { things, meant }: KnownNames,
  among: readonly string[],
): string {
  const thing = things.get(id)
  const words = ruleOfKey(key)?.words ?? []
  const isReadAs = (text: string) => {
    const ids = meant.get(text) ?? []
    return !words.includes(text.toLowerCase()) && ids.includes(id) && ids.every((one) => among.includes(one))
  }
  if (thing === undefined) return id
  if (isReadAs(thing.name)) return thing.name
  if (thing.alias === null || !isReadAs(thing.alias)) return id
  return /^\d+$/u.test(thing.alias) ? `#${thing.alias}` : thing.alias
}
