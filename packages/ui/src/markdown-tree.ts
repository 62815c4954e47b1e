import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

type Root = ReturnType<typeof fromMarkdown>
export type MarkdownNode = Root['children'][number]
export type NodeOf<Type extends MarkdownNode['type']> = Extract<MarkdownNode, { type: Type }>

export type MarkdownTree = {
  nodes: readonly MarkdownNode[]
  /** Where `[words][name]` leads, by the name. */
  definitions: ReadonlyMap<string, NodeOf<'definition'>>
  /** The footnotes that something refers to, in the order in which it does. */
  footnotes: readonly NodeOf<'footnoteDefinition'>[]
}

/** Reads Markdown as GitHub writes it: with tables, tasks, footnotes, and addresses as links. */
export function readMarkdown(value: string): MarkdownTree {
  const { children } = fromMarkdown(value, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const definitions = new Map<string, NodeOf<'definition'>>()
  const notes = new Map<string, NodeOf<'footnoteDefinition'>>()
  const asked = new Set<string>()
  const collect = (nodes: readonly MarkdownNode[]) => {
    for (const node of nodes) {
      if (node.type === 'definition' && !definitions.has(nameOf(node))) definitions.set(nameOf(node), node)
      if (node.type === 'footnoteDefinition' && !notes.has(nameOf(node))) notes.set(nameOf(node), node)
      if (node.type === 'footnoteReference') asked.add(nameOf(node))
      if ('children' in node) collect(node.children)
    }
  }
  collect(children)
  return { nodes: children, definitions, footnotes: [...asked].flatMap((name) => notes.get(name) ?? []) }
}

/** By what a reference and its definition know one another. */
export function nameOf({ identifier }: { identifier: string }): string {
  return identifier.toUpperCase()
}
