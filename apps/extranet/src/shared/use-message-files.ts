import type { ChosenFile } from '@timedesk/ui/chosen-file-row'
import type { MarkdownEditorProps } from '@timedesk/ui/markdown-editor'
import { useRef, useState } from 'react'
import { uploadFile, type UploadedFile } from './attachments.ts'
import { useRefusalWords } from './use-refusal-words.ts'

type Upload = NonNullable<MarkdownEditorProps['onUpload']>
type PendingFile = ChosenFile & { controller: AbortController }

type MessageFiles = {
  /** Sends a file for the editor. */
  upload: Upload
  /** Takes over a file that the editor sent and that is no picture. */
  attach: NonNullable<MarkdownEditorProps['onAttach']>
  /** Sends files that were dropped beside the editor. */
  add: (files: readonly File[]) => void
  remove: (id: string) => void
  /** Those that have arrived, those on their way and those that failed. */
  rows: readonly ChosenFile[]
  /** A message must not leave while a file of it is on its way. */
  isUploading: boolean
}

type Options = {
  files: readonly UploadedFile[]
  onChange: (change: (files: readonly UploadedFile[]) => UploadedFile[]) => void
}

/** The files of a message that is being written, sent while the person writes on. */
export function useMessageFiles({ files, onChange }: Options): MessageFiles {
  const words = useRefusalWords()
  const [pending, setPending] = useState<readonly PendingFile[]>([])
  const [underWay, setUnderWay] = useState(0)
  const sizes = useRef(new Map<string, number>())

  const upload: Upload = async (file, options) => {
    setUnderWay((count) => count + 1)
    try {
      const uploaded = await uploadFile(file, options)
      sizes.current.set(uploaded.id, file.size)
      return uploaded
    } finally {
      setUnderWay((count) => count - 1)
    }
  }
  const attach: MessageFiles['attach'] = ({ id, name }) => {
    onChange((known) => [...known, { id, name, size: sizes.current.get(id) ?? 0 }])
  }
  const change = (id: string, changes: Partial<PendingFile>) => {
    setPending((all) => all.map((file) => (file.id === id ? { ...file, ...changes } : file)))
  }
  const forget = (id: string) => {
    setPending((all) => all.filter((file) => file.id !== id))
  }
  const send = async (file: File) => {
    const controller = new AbortController()
    const id = crypto.randomUUID()
    setPending((all) => [...all, { id, name: file.name, size: file.size, progress: 0, controller }])
    const onProgress = (progress: number) => {
      change(id, { progress })
    }
    try {
      attach(await upload(file, { onProgress, signal: controller.signal }))
      forget(id)
    } catch (error) {
      change(id, { error: words.of(error).sentence, progress: undefined })
    }
  }

  return {
    upload,
    attach,
    add: (chosen) => {
      for (const file of chosen) void send(file)
    },
    remove: (id) => {
      pending.find((file) => file.id === id)?.controller.abort()
      forget(id)
      onChange((known) => known.filter((file) => file.id !== id))
    },
    rows: [...files, ...pending],
    isUploading: underWay > 0,
  }
}
