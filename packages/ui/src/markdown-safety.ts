import { mentionOf } from '@timedesk/domain/text/mentions'
import { defaultSchema, type Options } from 'rehype-sanitize'

/** The parts of a hypertext tree that the safety rules read and change. */
type TreeNode = {
  type: string
  tagName?: string
  value?: string
  properties?: { src?: unknown; alt?: unknown; href?: unknown }
  children?: TreeNode[]
}

const LINK = /^(?:https?:\/\/|mailto:)[^\s]/i
const ATTACHMENT = /^attachment:([A-Za-z0-9-]{1,64})$/

/** What may stand in the tree after Markdown was read; raw HTML is text by then. */
export const markdownSchema: Options = {
  ...defaultSchema,
  protocols: { href: ['http', 'https', 'mailto', 'mention'], src: ['http', 'https', 'attachment'] },
  attributes: { ...defaultSchema.attributes, img: ['src', 'alt', 'title'] },
}

/** The address when it is one a reader may be sent to: http, https or mailto, never a relative one. */
export function safeLink(url: string | undefined): string | undefined {
  return url !== undefined && LINK.test(url) ? url : undefined
}

/** Whether a link calls somebody by name: it is shown as the name, and leads nowhere. */
export function isMention(url: string | undefined): boolean {
  return url !== undefined && mentionOf(url) !== null
}

/** The id in `attachment:ID`, or undefined. */
export function attachmentId(url: string | undefined): string | undefined {
  return url === undefined ? undefined : ATTACHMENT.exec(url)?.[1]
}

/** Shows raw HTML as the text it was written as, so that a pasted XML error is not lost. */
export function rehypeRawAsText() {
  return (tree: TreeNode) => {
    walk(tree, (node) => {
      if (node.type === 'raw') {
        node.type = 'text'
      }
    })
  }
}

/**
 * Turns images of other sites into links, since loading one tells its owner who reads this and when.
 * Inside a link only the words remain: a link cannot hold a link.
 */
export function rehypeRemoteImages({ describe }: { describe: (name: string) => string }) {
  return (tree: TreeNode) => {
    replaceRemoteImages(tree, false, describe)
  }
}

function replaceRemoteImages(node: TreeNode, isInLink: boolean, describe: (name: string) => string): void {
  for (const child of node.children ?? []) {
    const src = typeof child.properties?.src === 'string' ? child.properties.src : undefined
    if (child.tagName === 'img' && attachmentId(src) === undefined) {
      const alt = child.properties?.alt
      const name = typeof alt === 'string' && alt !== '' ? alt : (src ?? '')
      child.tagName = isInLink ? 'span' : 'a'
      child.properties = isInLink ? {} : { href: src }
      child.children = [{ type: 'text', value: describe(name) }]
    } else {
      replaceRemoteImages(child, isInLink || child.tagName === 'a', describe)
    }
  }
}

function walk(node: TreeNode, visit: (node: TreeNode) => void): void {
  visit(node)
  for (const child of node.children ?? []) {
    walk(child, visit)
  }
}
