import { Node, type Extensions } from '@tiptap/core'
import Image from '@tiptap/extension-image'
import Placeholder from '@tiptap/extension-placeholder'
import { Markdown } from '@tiptap/markdown'
import StarterKit from '@tiptap/starter-kit'

import { attachmentId, isMention, safeLink } from './markdown-safety.ts'
import { UploadPlaceholder } from './upload-placeholder.ts'

type EditorOptions = {
  /** Where the picture `attachment:ID` is, for showing it while writing. */
  resolveAttachment: (id: string) => string | undefined
}

/** What the editor understands: exactly the Markdown that it can also write. */
export function editorExtensions({ resolveAttachment }: EditorOptions): Extensions {
  return [
    WritableKit.configure({
      underline: false,
      link: {
        openOnClick: false,
        isAllowedUri: (url) => safeLink(url) !== undefined || isMention(url),
        defaultProtocol: 'https',
      },
    }),
    attachmentImage(resolveAttachment),
    // The words may change, and an extension's options may not, so they are read where they stand.
    Placeholder.configure({ placeholder: ({ editor }) => editor.view.dom.getAttribute('aria-placeholder') ?? '' }),
    Markdown.configure({ markedOptions: { gfm: true, breaks: true } }),
    UploadPlaceholder,
  ]
}

// The stock paragraph lifts a lone image out of itself, which an inline image does not survive.
const WritableKit = StarterKit.extend({
  addExtensions() {
    const kit = this.parent?.() ?? []
    return kit.map((extension) =>
      extension instanceof Node && extension.name === 'paragraph'
        ? extension.extend({
            parseMarkdown(token, helpers) {
              const isLoneImage = token.tokens?.length === 1 && token.tokens[0]?.type === 'image'
              return isLoneImage
                ? helpers.createNode('paragraph', undefined, helpers.parseInline(token.tokens ?? []))
                : (this.parent?.(token, helpers) ?? [])
            },
          })
        : extension,
    )
  },
})

// The document keeps `attachment:ID`; only what is drawn has the address.
function attachmentImage(resolveAttachment: EditorOptions['resolveAttachment']) {
  return Image.extend({
    renderHTML({ HTMLAttributes }) {
      const { src, alt } = HTMLAttributes as { src?: string; alt?: string }
      const id = attachmentId(src)
      const url = id === undefined ? undefined : resolveAttachment(id)
      return url === undefined ? ['span', { class: 'td-markdown-missing' }, alt ?? ''] : ['img', { src: url, alt }]
    },
  }).configure({ inline: true })
}
