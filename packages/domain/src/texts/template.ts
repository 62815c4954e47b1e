import { textVariables } from '@timedesk/contracts/texts'
import type { TextVariable } from '@timedesk/contracts/texts'
import { escapeMarkdown } from './escape-markdown.ts'

/** What each variable stands for on one case; plain text, except the link. */
export type TextValues = Record<TextVariable, string>

/** A piece of a template: words as they are, or the name between two pairs of braces. */
export type TemplatePart = { kind: 'words'; words: string } | { kind: 'variable'; name: string }

const VARIABLE = /\{\{([^{}\n]*)\}\}/gu
const known: ReadonlySet<string> = new Set(textVariables)

/** Takes a template apart; put together again, the parts are the template. Braces that do not pair are words. */
export function partsOf(template: string): TemplatePart[] {
  const parts: TemplatePart[] = []
  let from = 0
  for (const match of template.matchAll(VARIABLE)) {
    if (match.index > from) parts.push({ kind: 'words', words: template.slice(from, match.index) })
    parts.push({ kind: 'variable', name: match[1] ?? '' })
    from = match.index + match[0].length
  }
  if (from < template.length) parts.push({ kind: 'words', words: template.slice(from) })
  return parts
}

/** The variables of a template that nobody knows, as they were written, each once. */
export function unknownVariables(template: string): string[] {
  const names = partsOf(template).flatMap((part) => (part.kind === 'variable' ? [part.name] : []))
  return [...new Set(names.filter((name) => !known.has(name.trim())))]
}

/**
 * The template with its variables filled in. A value is plain text: whatever marks it holds are shown, not obeyed. Only
 * the link, which is ours, stays one. A variable that nobody knows stays as it was written.
 */
export function fillIn(template: string, values: TextValues): string {
  return partsOf(template)
    .map((part) => (part.kind === 'words' ? part.words : valueOf(part.name, values)))
    .join('')
}

function valueOf(written: string, values: TextValues): string {
  const name = written.trim()
  if (!isVariable(name)) return `{{${written}}}`
  return name === 'case.link' ? values[name] : escapeMarkdown(values[name])
}

function isVariable(name: string): name is TextVariable {
  return known.has(name)
}
