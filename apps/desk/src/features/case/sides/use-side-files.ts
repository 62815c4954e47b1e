import type { ChosenFile } from '@timedesk/ui/chosen-file-row'
import { useState } from 'react'

import { uploadFile } from '../../../shared/attachments.ts'
import { newId } from '../../../shared/forms/new-id.ts'
import { useProblem } from '../../../shared/problems/use-problem.ts'
import type { SideDraft } from './side-draft.ts'

type Stored = SideDraft['files']

/** Files on their way, which become part of the draft once they are stored. */
export function useSideFiles(stored: Stored, onStored: (change: (before: Stored) => Stored) => void) {
  const word = useProblem()
  const [onWay, setOnWay] = useState<readonly ChosenFile[]>([])
  const mark = (id: string, changes: Partial<ChosenFile>) =>
    setOnWay((files) => files.map((file) => (file.id === id ? { ...file, ...changes } : file)))
  const drop = (id: string) => setOnWay((files) => files.filter((file) => file.id !== id))
  const send = async (file: File) => {
    const id = newId()
    setOnWay((files) => [...files, { id, name: file.name, size: file.size, progress: 0 }])
    try {
      const options = { onProgress: (progress: number) => mark(id, { progress }), signal: new AbortController().signal }
      const kept = await uploadFile(file, options)
      drop(id)
      onStored((before) => [...before, { id: kept.id, name: kept.name, size: file.size }])
    } catch (error) {
      mark(id, { error: word(error).title })
    }
  }
  return {
    files: [...stored, ...onWay],
    isUploading: onWay.some(({ error }) => error === undefined),
    add: (files: readonly File[]) => files.forEach((file) => void send(file)),
    remove: (id: string) => {
      drop(id)
      onStored((before) => before.filter((file) => file.id !== id))
    },
  }
}
