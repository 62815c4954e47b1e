import { RichTextEditor } from '@mantine/tiptap'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef } from 'react'

import { useWords } from './use-words.ts'

type EditorToolbarProps = {
  disabled: boolean
  onChooseFiles: ((files: File[]) => void) | undefined
}

/** The buttons above the text, each with a name. */
export function EditorToolbar({ disabled, onChooseFiles }: EditorToolbarProps) {
  const words = useWords()
  const fileInput = useRef<HTMLInputElement>(null)

  return (
    <RichTextEditor.Toolbar role="toolbar" aria-label={words('formatting')}>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold disabled={disabled} />
        <RichTextEditor.Italic disabled={disabled} />
        <RichTextEditor.Code disabled={disabled} />
        <RichTextEditor.Link disabled={disabled} />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.BulletList disabled={disabled} />
        <RichTextEditor.OrderedList disabled={disabled} />
        <RichTextEditor.Blockquote disabled={disabled} />
        <RichTextEditor.CodeBlock disabled={disabled} />
      </RichTextEditor.ControlsGroup>
      {onChooseFiles !== undefined && (
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Control
            aria-label={words('attachFiles')}
            title={words('attachFiles')}
            disabled={disabled}
            onClick={() => fileInput.current?.click()}
          >
            <IconPaperclip size={16} stroke={1.6} />
          </RichTextEditor.Control>
          <input
            ref={fileInput}
            type="file"
            multiple
            hidden
            aria-label={words('attachFiles')}
            onChange={(event) => {
              onChooseFiles([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = ''
            }}
          />
        </RichTextEditor.ControlsGroup>
      )}
    </RichTextEditor.Toolbar>
  )
}

/** The names of Mantine's controls in the reader's language. */
export function useToolbarLabels() {
  const words = useWords()
  return {
    boldControlLabel: words('bold'),
    italicControlLabel: words('italic'),
    codeControlLabel: words('code'),
    codeBlockControlLabel: words('codeBlock'),
    bulletListControlLabel: words('bulletList'),
    orderedListControlLabel: words('orderedList'),
    blockquoteControlLabel: words('quote'),
    linkControlLabel: words('link'),
    linkEditorInputLabel: words('linkAddress'),
    linkEditorInputPlaceholder: words('linkPlaceholder'),
    linkEditorSave: words('linkSave'),
    linkEditorExternalLink: words('linkNewTab'),
    linkEditorInternalLink: words('linkSameTab'),
  }
}
