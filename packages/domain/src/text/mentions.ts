/** Who can be called by name in a note. */
export type MentionKind = 'employee' | 'department'

const MENTION =
  /\[@(?:\\.|[^\]\\\n])*\]\(mention:(employee|department)\/([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\)/giu
/** What is quoted from a program is not said to anybody. */
const CODE = /^[ \t]*(```|~~~)[\s\S]*?(?:^[ \t]*\1[ \t]*$|$(?![\s\S]))|(`+)[^`\n]*\2/gmu

/** The Markdown of a mention: a link that the desk shows as a name. */
export function mentionText(kind: MentionKind, id: string, name: string): string {
  return `[@${name.replaceAll(/[[\]\\]/gu, String.raw`\$&`)}](${mentionAddress(kind, id)})`
}

/** The address of a mention's link. */
export function mentionAddress(kind: MentionKind, id: string): string {
  return `mention:${kind}/${id}`
}

/** The kind and id that a link's address mentions; null for any other address. */
export function mentionOf(address: string): { kind: MentionKind; id: string } | null {
  const [, kind, id] = /^mention:(employee|department)\/([\da-f-]{36})$/iu.exec(address) ?? []
  return id === undefined ? null : { kind: kind === 'department' ? 'department' : 'employee', id: id.toLowerCase() }
}

/** Everybody whom a Markdown text calls by name, each once and in order, at most so many of each kind. */
export function mentionsIn(markdown: string, countMax: number): { employeeIds: string[]; departmentIds: string[] } {
  const found = { employee: new Set<string>(), department: new Set<string>() }
  for (const [, kind, id = ''] of markdown.replaceAll(CODE, ' ').matchAll(MENTION))
    found[kind?.toLowerCase() === 'department' ? 'department' : 'employee'].add(id.toLowerCase())
  return {
    employeeIds: [...found.employee].slice(0, countMax),
    departmentIds: [...found.department].slice(0, countMax),
  }
}
