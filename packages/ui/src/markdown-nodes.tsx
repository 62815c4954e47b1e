import { normalizeUri } from 'micromark-util-sanitize-uri'
import { Fragment, type ComponentType, type ReactNode } from 'react'

import { partsOf } from './case-numbers.ts'
import { DEPTH_MAX } from './markdown-cost.ts'
import { SafeLink, ShownImage, type PictureTools } from './markdown-links.tsx'
import { nameOf, type MarkdownNode, type MarkdownTree, type NodeOf } from './markdown-tree.ts'

export type MarkdownTools = PictureTools & {
  tree: MarkdownTree
  CaseLink: ComponentType<{ number: number; children: ReactNode }> | undefined
  /** A link cannot hold a link. */
  isInLink: boolean
  /** How many nodes stand around. */
  depth: number
}

/** With those that are left out at the end of a row. */
const CELLS_MAX = 10_000
const LINE_END = /\r?\n|\r/u
/** A message stands below headings of the page, so its own must not outrank them. */
const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6', 5: 'h6', 6: 'h6' } as const

/** Nodes of Markdown as elements. What is not named here cannot come to stand on the page. */
export function showNodes(nodes: readonly MarkdownNode[], tools: MarkdownTools): ReactNode {
  const inner = { ...tools, depth: tools.depth + 1 }
  return nodes.map((node, index) => <Fragment key={`${index} ${node.type}`}>{showNode(node, inner)}</Fragment>)
}

function showNode(node: MarkdownNode, tools: MarkdownTools): ReactNode {
  if (tools.depth > DEPTH_MAX) return showSource(node, tools)
  switch (node.type) {
    case 'paragraph':
      return <p>{showNodes(node.children, tools)}</p>
    case 'heading': {
      const Heading = HEADINGS[node.depth]
      return <Heading>{showNodes(node.children, tools)}</Heading>
    }
    case 'blockquote':
      return <blockquote>{showNodes(node.children, tools)}</blockquote>
    case 'list':
      return showList(node, tools)
    case 'table':
      return showTable(node, tools)
    case 'code':
      return (
        <pre tabIndex={0}>
          <code>{node.value === '' ? '' : `${node.value}\n`}</code>
        </pre>
      )
    case 'thematicBreak':
      return <hr />
    default:
      return showWords(node, tools)
  }
}

/** What stands within a line. */
function showWords(node: MarkdownNode, tools: MarkdownTools): ReactNode {
  switch (node.type) {
    case 'text':
      return showText(node.value, tools)
    // Shown as it was written, so that a pasted XML error is not lost.
    case 'html':
      return showNumbers(node.value, tools)
    case 'break':
      return <LineBreak />
    case 'emphasis':
      return <em>{showNodes(node.children, tools)}</em>
    case 'strong':
      return <strong>{showNodes(node.children, tools)}</strong>
    case 'delete':
      return <del>{showNodes(node.children, tools)}</del>
    case 'inlineCode':
      return <code>{node.value.replaceAll(new RegExp(LINE_END, 'gu'), ' ')}</code>
    case 'link':
      return showLink(node, node.children, tools)
    case 'linkReference':
      return showLink(tools.tree.definitions.get(nameOf(node)), node.children, tools)
    case 'image':
      return <ShownImage {...tools} url={normalizeUri(node.url)} name={node.alt ?? ''} />
    case 'imageReference': {
      const url = tools.tree.definitions.get(nameOf(node))?.url ?? ''
      return <ShownImage {...tools} url={normalizeUri(url)} name={node.alt ?? ''} />
    }
    case 'footnoteReference':
      return <sup>{tools.tree.noteNumbers.get(nameOf(node))}</sup>
    default:
      return null
  }
}

type Target = { url: string; title?: string | null | undefined }

function showLink(target: Target | undefined, words: readonly MarkdownNode[], tools: MarkdownTools): ReactNode {
  return (
    <SafeLink address={normalizeUri(target?.url ?? '')} title={target?.title ?? undefined}>
      {showNodes(words, { ...tools, isInLink: true })}
    </SafeLink>
  )
}

/** As it was written, where showing what it means would take too much. */
function showSource({ position }: MarkdownNode, { tree }: MarkdownTools): ReactNode {
  const written = tree.source.slice(position?.start.offset, position?.end.offset)
  return <span className="td-markdown-plain">{written}</span>
}

/** A line that ends is a line that ends: who writes a message does not know of two blanks. */
function showText(value: string, tools: MarkdownTools): ReactNode {
  return value.split(LINE_END).map((words, index) => (
    <Fragment key={`${index} ${words}`}>
      {index > 0 && <LineBreak />}
      {showNumbers(words, tools)}
    </Fragment>
  ))
}

function showNumbers(value: string, { CaseLink, isInLink }: MarkdownTools): ReactNode {
  if (CaseLink === undefined || isInLink) return value
  return partsOf(value).map((part, index) =>
    typeof part === 'string' ? (
      part
    ) : (
      <CaseLink key={`${index} ${part.words}`} number={part.number}>
        {part.words}
      </CaseLink>
    ),
  )
}

function LineBreak() {
  return (
    <>
      <br />
      {'\n'}
    </>
  )
}

function showList(list: NodeOf<'list'>, tools: MarkdownTools): ReactNode {
  const isLoose = list.spread === true || list.children.some(isLooseItem)
  const items = list.children.map((item, index) => (
    <li key={`${index} ${item.type}`} className={isTask(item) ? 'task-list-item' : undefined}>
      {showItem(item, isLoose, tools)}
    </li>
  ))
  const look = list.children.some(isTask) ? 'contains-task-list' : undefined
  if (list.ordered !== true) return <ul className={look}>{items}</ul>
  return (
    <ol className={look} start={list.start === 1 ? undefined : (list.start ?? undefined)}>
      {items}
    </ol>
  )
}

function isTask({ checked }: NodeOf<'listItem'>): boolean {
  return typeof checked === 'boolean'
}

function isLooseItem({ spread, children }: NodeOf<'listItem'>): boolean {
  return spread ?? children.length > 1
}

function showItem(item: NodeOf<'listItem'>, isLoose: boolean, tools: MarkdownTools): ReactNode {
  const inner = { ...tools, depth: tools.depth + 1 }
  return item.children.map((child, index) => {
    const key = `${index} ${child.type}`
    if (child.type !== 'paragraph') return <Fragment key={key}>{showNode(child, inner)}</Fragment>
    const words = (
      <>
        {index === 0 && isTask(item) && <span>{item.checked === true ? '☑' : '☐'}</span>}
        {index === 0 && isTask(item) && ' '}
        {showNodes(child.children, inner)}
      </>
    )
    return isLoose ? <p key={key}>{words}</p> : <Fragment key={key}>{words}</Fragment>
  })
}

function showTable(table: NodeOf<'table'>, tools: MarkdownTools): ReactNode {
  const { align, children } = table
  if ((align ?? []).length * children.length > CELLS_MAX) return <p>{showSource(table, tools)}</p>
  const [head, ...rows] = children
  const cells = (row: NodeOf<'tableRow'> | undefined, Cell: 'th' | 'td') =>
    (align ?? []).map((side, index) => (
      <Cell key={`${index} ${side}`} style={side === null ? undefined : { textAlign: side }}>
        {showNodes(row?.children[index]?.children ?? [], tools)}
      </Cell>
    ))
  return (
    <div className="td-markdown-table" tabIndex={0} role="group">
      <table>
        <thead>
          <tr>{cells(head, 'th')}</tr>
        </thead>
        {rows.length > 0 && (
          <tbody>
            {rows.map((row, index) => (
              <tr key={`${index} ${row.type}`}>{cells(row, 'td')}</tr>
            ))}
          </tbody>
        )}
      </table>
    </div>
  )
}
