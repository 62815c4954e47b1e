import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

import { DEPTH_MAX, isCostly } from './markdown-cost.ts'

type Root = ReturnType<typeof fromMarkdown>
export type MarkdownNode = Root['children'][number]
export type NodeOf<Type extends MarkdownNode['type']> = Extract<MarkdownNode, { type: Type }>

export type MarkdownTree = {
  source: string
  nodes: readonly MarkdownNode[]
  /** Where `[words][name]` leads, by the name. */
  definitions: ReadonlyMap<string, NodeOf<'definition'>>
  /** The footnotes that something refers to, in the order in which it does. */
  footnotes: readonly NodeOf<'footnoteDefinition'>[]
  /** The numbers of the footnotes, from 1, by the name. */
  noteNumbers: ReadonlyMap<string, number>
}

/**
 * Reads Markdown as GitHub writes it: with tables, tasks, footnotes, and addresses as links. Undefined for what was made
 * to hold up who reads it.
 */
export function readMarkdown(source: string): MarkdownTree | undefined {
  if (isCostly(source)) return undefined
  try {
    const { children } = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
    return treeOf(source, children)
  } catch {
    // The reader calls itself for what stands within; a text that exhausts it is still a text.
    return undefined
  }
}

function treeOf(source: string, nodes: readonly MarkdownNode[]): MarkdownTree {
  const definitions = new Map<string, NodeOf<'definition'>>()
  const notes = new Map<string, NodeOf<'footnoteDefinition'>>()
  const asked = new Set<string>()
  const collect = (inner: readonly MarkdownNode[], depth: number) => {
    for (const node of inner) {
      if (node.type === 'definition' && !definitions.has(nameOf(node))) definitions.set(nameOf(node), node)
      if (node.type === 'footnoteDefinition' && !notes.has(nameOf(node))) notes.set(nameOf(node), node)
      if (node.type === 'footnoteReference') asked.add(nameOf(node))
      if ('children' in node && depth < DEPTH_MAX) collect(node.children, depth + 1)
    }
  }
  collect(nodes, 0)
  const footnotes = [...asked].flatMap((name) => notes.get(name) ?? [])
  const noteNumbers = new Map(footnotes.map((note, index) => [nameOf(note), index + 1]))
  return { source, nodes, definitions, footnotes, noteNumbers }
}

/** By what a reference and its definition know one another. */
export function nameOf({ identifier }: { identifier: string }): string {
  return identifier.toUpperCase()
}
