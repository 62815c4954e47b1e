import type { Editor } from '@tiptap/core'
import { useState } from 'react'

import type { ChosenFile } from './chosen-file-row.tsx'
import type { PictureResolver } from './picture-resolver.ts'
import { addUploadPlaceholder, takeUploadPlaceholder } from './upload-placeholder.ts'
import { useWords } from './use-words.ts'

export type UploadedFile = { id: string; url: string; name: string; contentType: string }

export type UploadOptions = {
  /** Tell the share that has arrived, 0 to 1. */
  onProgress: (share: number) => void
  /** Aborted when the person takes the file away. */
  signal: AbortSignal
}

export type Upload = (file: File, options: UploadOptions) => Promise<UploadedFile>

type PendingUpload = ChosenFile & { file: File; controller: AbortController }

type EditorUploads = {
  /** Files on their way, and those that failed. */
  pending: readonly ChosenFile[]
  start: (editor: Editor, files: readonly File[], position?: number) => void
  retry: (editor: Editor, id: string) => void
  remove: (editor: Editor, id: string) => void
}

type EditorUploadsOptions = {
  onUpload: Upload | undefined
  onAttach: ((file: UploadedFile) => void) | undefined
  pictures: PictureResolver
}

/** Sends files that were pasted, dropped or chosen; pictures end in the text, others in `onAttach`. */
export function useEditorUploads({ onUpload, onAttach, pictures }: EditorUploadsOptions): EditorUploads {
  const words = useWords()
  const [pending, setPending] = useState<readonly PendingUpload[]>([])

  const change = (id: string, changes: Partial<PendingUpload>) => {
    setPending((all) => all.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)))
  }
  const forget = (id: string) => {
    setPending((all) => all.filter((upload) => upload.id !== id))
  }

  const send = async (editor: Editor, { id, file, controller }: PendingUpload, upload: Upload) => {
    const onProgress = (progress: number) => {
      change(id, { progress })
    }
    try {
      const uploaded = await upload(file, { onProgress, signal: controller.signal })
      if (controller.signal.aborted) {
        return
      }
      pictures.learn(uploaded.id, uploaded.url)
      forget(id)
      place(editor, id, uploaded, onAttach)
    } catch {
      takeUploadPlaceholder(editor, id)
      change(id, { error: words('uploadFailed', { name: file.name }), progress: undefined })
    }
  }

  const start: EditorUploads['start'] = (editor, files, position) => {
    if (onUpload === undefined) {
      return
    }
    const uploads = files.map((file) => pendingUpload(file))
    setPending((all) => [...all, ...uploads])
    for (const upload of uploads) {
      if (upload.file.type.startsWith('image/')) {
        addUploadPlaceholder(editor, upload.id, words('uploadingFile', { name: upload.name }), position)
      }
      void send(editor, upload, onUpload)
    }
  }

  const remove: EditorUploads['remove'] = (editor, id) => {
    pending.find((upload) => upload.id === id)?.controller.abort()
    takeUploadPlaceholder(editor, id)
    forget(id)
  }

  const retry: EditorUploads['retry'] = (editor, id) => {
    const failed = pending.find((upload) => upload.id === id)
    forget(id)
    start(editor, failed === undefined ? [] : [failed.file])
  }

  return { pending, start, retry, remove }
}

function place(editor: Editor, id: string, file: UploadedFile, onAttach: EditorUploadsOptions['onAttach']): void {
  const position = takeUploadPlaceholder(editor, id)
  if (!file.contentType.startsWith('image/')) {
    onAttach?.(file)
  } else if (!editor.isDestroyed) {
    const alt = file.name.replaceAll(/[[\]\n]/g, ' ')
    const image = { type: 'image', attrs: { src: `attachment:${file.id}`, alt } }
    editor.commands.insertContentAt(position ?? editor.state.selection.to, image)
  }
}

function pendingUpload(file: File): PendingUpload {
  const controller = new AbortController()
  return { id: crypto.randomUUID(), name: file.name, size: file.size, progress: 0, file, controller }
}
