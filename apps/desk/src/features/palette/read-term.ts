/** The lists that go by a name, with what they hold in the query language. */
export const LISTS = {
  mine: 'is:mine is:active',
  open: 'is:active',
  late: 'is:breached',
  soon: 'is:atrisk',
  free: 'is:unassigned is:active',
  snoozed: 'is:snoozed',
  followed: 'is:followed',
} as const

export type ListName = keyof typeof LISTS

const LIST_NAMES = Object.keys(LISTS) as ListName[]

/** What the lists are called in Danish, where it is another word. */
const DANISH: Partial<Record<ListName, string>> = {
  open: 'åbne',
  late: 'sene',
  soon: 'snart',
  free: 'ledige',
  snoozed: 'udskudte',
  followed: 'fulgte',
}

/** What is looked for: everything, or what the sign at the beginning says. */
export type PaletteTerm =
  | { kind: 'all' | 'actions' | 'number' | 'person' | 'help'; words: string }
  /** The lists whose names begin so; one of them and the words within it once its name is whole. */
  | { kind: 'list'; names: ListName[]; words: string }

const KINDS = { '>': 'actions', '#': 'number', '@': 'person', '?': 'help' } as const

export function readTerm(typed: string): PaletteTerm {
  const term = typed.trimStart()
  const rest = term.slice(1).trim()
  const sign = term.charAt(0)
  if (sign === '$') return readList(rest)
  if (isSign(sign)) return { kind: KINDS[sign], words: rest }
  return { kind: 'all', words: term.trim() }
}

function readList(rest: string): PaletteTerm {
  const [name = '', ...words] = rest.toLocaleLowerCase().split(/\s+/u)
  const known = LIST_NAMES.filter((list) => [list, DANISH[list]].includes(name))
  const names = known.length > 0 ? known : LIST_NAMES.filter((list) => isBegun(list, name))
  return { kind: 'list', names, words: words.join(' ') }
}

function isBegun(list: ListName, beginning: string): boolean {
  return list.startsWith(beginning) || (DANISH[list] ?? '').startsWith(beginning)
}

function isSign(sign: string): sign is keyof typeof KINDS {
  return Object.hasOwn(KINDS, sign)
}
