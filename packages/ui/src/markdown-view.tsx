import { memo, useMemo, type ComponentType, type ReactNode } from 'react'

import './markdown.css'
import type { ShownPicture } from './markdown-links.tsx'
import { showNodes } from './markdown-nodes.tsx'
import { readMarkdown } from './markdown-tree.ts'
import { useWords } from './use-words.ts'

export type { ShownPicture }

type MarkdownViewProps = {
  /** Markdown as somebody wrote it; never trusted. */
  value: string
  /** Where the picture `attachment:ID` is; undefined when it is gone or not for this reader. */
  resolveAttachment?: (id: string) => string | undefined
  /** Makes pictures buttons that ask to be shown large. */
  onShowPicture?: ((picture: ShownPicture) => void) | undefined
  /** Leads to the case that `#123` names; without it such numbers stay text. */
  caseLink?: ComponentType<{ number: number; children: ReactNode }> | undefined
}

/**
 * Markdown as safe elements: raw HTML shows as text, links lead only to http, https and mailto, pictures come only
 * from our own attachments.
 */
export const MarkdownView = memo(function MarkdownView(props: MarkdownViewProps) {
  const { value, resolveAttachment, onShowPicture, caseLink: CaseLink } = props
  const words = useWords()
  const tree = useMemo(() => readMarkdown(value), [value])
  if (tree === undefined) return <div className="td-markdown td-markdown-plain">{value}</div>
  const tools = { tree, words, resolveAttachment, onShowPicture, CaseLink, isInLink: false, depth: 0 }

  return (
    <div className="td-markdown">
      {showNodes(tree.nodes, tools)}
      {tree.footnotes.length > 0 && (
        <ol>
          {tree.footnotes.map((note) => (
            <li key={note.identifier}>{showNodes(note.children, tools)}</li>
          ))}
        </ol>
      )}
    </div>
  )
})
