import { Dropzone, type FileRejection } from '@mantine/dropzone'
import '@mantine/dropzone/styles.layer.css'
import { IconCloudUpload } from '@tabler/icons-react'
import { useState } from 'react'

import './files.css'
import { ChosenFileRow, type ChosenFile } from './chosen-file-row.tsx'
import { useFormat, type Format } from './format.ts'
import { useWords } from './use-words.ts'

type FileDropProps = {
  label: string
  files: readonly ChosenFile[]
  onAdd: (files: File[]) => void
  onRemove: (id: string) => void
  /** Bytes per file. */
  sizeMax: number
  /** How many at a time; 20 unless told. */
  countMax?: number
  /** Media types; any unless told. */
  accept?: string[]
  disabled?: boolean
}

const COUNT_MAX = 20

/** A place to drop or choose files, and the list of those chosen with their progress. */
export function FileDrop(props: FileDropProps) {
  const { label, files, onAdd, onRemove, sizeMax, countMax = COUNT_MAX, accept, disabled = false } = props
  const words = useWords()
  const format = useFormat()
  const [refusals, setRefusals] = useState<readonly string[]>([])

  return (
    <div className="td-files">
      <Dropzone
        onDrop={(dropped) => {
          setRefusals([])
          onAdd(dropped)
        }}
        onReject={(rejections) => {
          setRefusals(refusalSentences(rejections, words, format, sizeMax, countMax))
        }}
        maxSize={sizeMax}
        maxFiles={countMax}
        disabled={disabled}
        inputProps={{ 'aria-label': label }}
        {...(accept !== undefined && { accept })}
        className="td-drop"
      >
        <IconCloudUpload size={22} stroke={1.5} aria-hidden="true" />
        <span>
          <span className="td-drop-words">{words('dropFiles')}</span>
          <span className="td-drop-limit">{words('dropFilesLimit', { size: format.bytes(sizeMax) })}</span>
        </span>
      </Dropzone>
      <div role="alert">
        {refusals.map((refusal) => (
          <p key={refusal} className="td-files-refusal">
            {refusal}
          </p>
        ))}
      </div>
      {files.length > 0 && (
        <ul className="td-file-rows" aria-label={words('chosenFiles')}>
          {files.map((file) => (
            <ChosenFileRow key={file.id} file={file} onRemove={onRemove} />
          ))}
        </ul>
      )}
    </div>
  )
}

function refusalSentences(
  rejections: readonly FileRejection[],
  words: ReturnType<typeof useWords>,
  format: Format,
  sizeMax: number,
  countMax: number,
): string[] {
  const sentences = rejections.map(({ file, errors }) => {
    const code = errors[0]?.code
    if (code === 'file-too-large') {
      return words('fileTooLarge', { name: file.name, size: format.bytes(sizeMax) })
    }
    return code === 'too-many-files'
      ? words('tooManyFiles', { count: countMax })
      : words('fileKindRefused', { name: file.name })
  })
  return [...new Set(sentences)]
}
