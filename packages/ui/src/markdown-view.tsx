import { memo, useMemo, type ComponentProps } from 'react'
import Markdown, { type Components, type Options } from 'react-markdown'
import rehypeSanitize from 'rehype-sanitize'
import remarkBreaks from 'remark-breaks'
import remarkGfm from 'remark-gfm'

import './markdown.css'
import {
  attachmentId,
  isMention,
  markdownSchema,
  rehypeRawAsText,
  rehypeRemoteImages,
  safeLink,
} from './markdown-safety.ts'
import { useWords } from './use-words.ts'

export type ShownPicture = { name: string; url: string }

type MarkdownViewProps = {
  /** Markdown as somebody wrote it; never trusted. */
  value: string
  /** Where the picture `attachment:ID` is; undefined when it is gone or not for this reader. */
  resolveAttachment?: (id: string) => string | undefined
  /** Makes pictures buttons that ask to be shown large. */
  onShowPicture?: ((picture: ShownPicture) => void) | undefined
}

const REMARK_PLUGINS: NonNullable<Options['remarkPlugins']> = [remarkGfm, remarkBreaks]

/**
 * Markdown as safe hypertext: raw HTML shows as text, links lead only to http, https and mailto, pictures come only
 * from our own attachments.
 */
export const MarkdownView = memo(function MarkdownView(props: MarkdownViewProps) {
  const { value, resolveAttachment, onShowPicture } = props
  const words = useWords()
  const components = useMemo(
    () => componentsFor(resolveAttachment, onShowPicture, words),
    [resolveAttachment, onShowPicture, words],
  )
  const rehypePlugins: NonNullable<Options['rehypePlugins']> = [
    rehypeRawAsText,
    [rehypeSanitize, markdownSchema],
    [rehypeRemoteImages, { describe: (name: string) => words('remoteImage', { name }) }],
  ]

  return (
    <div className="td-markdown">
      <Markdown
        remarkPlugins={REMARK_PLUGINS}
        rehypePlugins={rehypePlugins}
        components={components}
        urlTransform={(url) => url}
      >
        {value}
      </Markdown>
    </div>
  )
})

function componentsFor(
  resolveAttachment: MarkdownViewProps['resolveAttachment'],
  onShowPicture: MarkdownViewProps['onShowPicture'],
  words: ReturnType<typeof useWords>,
): Components {
  return {
    a: SafeLink,
    img: ({ src, alt }) => {
      const id = attachmentId(src)
      const url = id === undefined ? undefined : resolveAttachment?.(id)
      const name = alt ?? ''
      if (url === undefined) return <span className="td-markdown-missing">{words('imageMissing', { name })}</span>
      const picture = <img src={url} alt={name} loading="lazy" decoding="async" />
      return onShowPicture === undefined ? (
        picture
      ) : (
        <button
          type="button"
          className="td-markdown-picture td-focus"
          aria-label={words('showImage', { name })}
          onClick={() => {
            onShowPicture({ name, url })
          }}
        >
          {picture}
        </button>
      )
    },
    // A message stands below headings of the page, so its own must not outrank them.
    h1: ({ children }) => <h3>{children}</h3>,
    h2: ({ children }) => <h4>{children}</h4>,
    h3: ({ children }) => <h5>{children}</h5>,
    h4: ({ children }) => <h6>{children}</h6>,
    h5: ({ children }) => <h6>{children}</h6>,
    input: ({ checked }) => <span>{checked === true ? '☑' : '☐'}</span>,
    pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
    table: ({ children }) => (
      <div className="td-markdown-table" tabIndex={0} role="group">
        <table>{children}</table>
      </div>
    ),
  }
}

function SafeLink({ href, children, title }: ComponentProps<'a'>) {
  if (isMention(href)) return <span className="td-mention">{children}</span>
  const address = safeLink(href)
  return address === undefined ? (
    <span>{children}</span>
  ) : (
    <a href={address} title={title} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}
