import { FileInput, Progress, Textarea } from '@mantine/core'
import { useState } from 'react'

import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { problemOfField } from '../../shared/forms/field-problems.ts'
import { Panel } from '../../shared/panels/panel.tsx'
import { useImportWords } from './use-import-words.ts'
import { useStartImport } from './use-start-import.ts'

const MAPPING_ROWS = 6

/** Chooses a CSV file and its mapping, and sends them with progress. */
export function ImportForm() {
  const words = useImportWords()
  const start = useStartImport()
  const [file, setFile] = useState<File | null>(null)
  const [mapping, setMapping] = useState('')
  const [share, setShare] = useState(0)
  const isJson = mapping.trim() === '' || readsAsJson(mapping)
  const send = () => {
    if (file === null) return
    setShare(0)
    start.mutate({ file, mapping, onProgress: setShare }, { onSuccess: () => setFile(null) })
  }

  return (
    <Panel title={words('start')}>
      <DraftFormBody
        state={start}
        names={['file', 'mapping']}
        submitLabel={words('upload')}
        isDisabled={file === null || mapping.trim() === '' || !isJson}
        onSubmit={send}
      >
        <FileInput
          label={words('file')}
          accept=".csv,text/csv"
          placeholder={words('fileMissing')}
          value={file}
          onChange={setFile}
          error={problemOfField(start.error, 'file')?.message}
        />
        <FileInput
          label={words('chooseMapping')}
          accept=".json,application/json"
          placeholder={words('chooseMapping')}
          onChange={(chosen) => void chosen?.text().then(setMapping)}
        />
        <Textarea
          label={words('mapping')}
          description={words('mappingHint')}
          rows={MAPPING_ROWS}
          spellCheck={false}
          className="desk-code"
          value={mapping}
          onChange={(event) => setMapping(event.currentTarget.value)}
          error={isJson ? problemOfField(start.error, 'mapping')?.message : words('mappingNotJson')}
        />
        {start.isPending && <Progress value={share * 100} aria-label={words('uploading')} />}
      </DraftFormBody>
    </Panel>
  )
}

function readsAsJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
