import { Checkbox, MultiSelect, Textarea } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { FILE_SIZE_BYTES_MAX } from '@timedesk/contracts/limits'
import { FileDrop } from '@timedesk/ui/file-drop'
import { useStatusName } from '@timedesk/ui/status-pill'
import type { ReactNode } from 'react'

import { besideQueries } from '../beside-queries.ts'
import type { SideDraft } from './side-draft.ts'
import { useSideWords } from './use-side-words.ts'
import type { useSideFiles } from './use-side-files.ts'
import { waitingMove } from './waiting-move.ts'

type SideFieldsProps = {
  subject: Case
  draft: SideDraft
  set: (changes: Partial<SideDraft>) => void
  files: ReturnType<typeof useSideFiles>
  bodyError: ReactNode
}

/** What a message to somebody outside is made of, wherever it is written. */
export function SideFields({ subject, draft, set, files, bodyError }: SideFieldsProps) {
  const words = useSideWords()
  const statusName = useStatusName()
  const move = waitingMove(subject)
  return (
    <>
      <Textarea
        label={words('body')}
        description={words('bodyHint')}
        autosize
        minRows={5}
        maxRows={16}
        value={draft.body}
        error={bodyError}
        onChange={(event) => set({ body: event.currentTarget.value })}
      />
      <ForwardedInput subject={subject} value={draft.forwardedIds} onChange={(forwardedIds) => set({ forwardedIds })} />
      <FileDrop
        label={words('files')}
        files={files.files}
        onAdd={files.add}
        onRemove={files.remove}
        sizeMax={FILE_SIZE_BYTES_MAX}
      />
      {move !== undefined && (
        <Checkbox
          label={words('moves', { status: statusName(move) })}
          checked={draft.moves}
          onChange={(event) => set({ moves: event.currentTarget.checked })}
        />
      )}
    </>
  )
}

type ForwardedInputProps = { subject: Case; value: string[]; onChange: (ids: string[]) => void }

/** Files that the case has already. Nothing where it has none. */
function ForwardedInput({ subject, value, onChange }: ForwardedInputProps) {
  const words = useSideWords()
  const files = useInfiniteQuery(besideQueries.files(subject.id))
  const found = (files.data?.pages ?? []).flatMap(({ data }) => data)
  if (found.length === 0) return null
  return (
    <MultiSelect
      label={words('forward')}
      placeholder={value.length === 0 ? words('forwardNone') : ''}
      data={found.map(({ id, name, message }) => ({ value: id, label: `${name} (${message.authorName})` }))}
      value={value.filter((id) => found.some((file) => file.id === id))}
      onChange={onChange}
      searchable
      clearable
    />
  )
}
