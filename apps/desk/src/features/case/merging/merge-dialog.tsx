import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import type { MergePreview } from '@timedesk/contracts/case-merges'
import type { Case } from '@timedesk/contracts/cases'
import { LoadingState } from '@timedesk/ui/loading-state'
import { ProblemAlert } from '@timedesk/ui/problem-alert'
import type { SearchOption } from '@timedesk/ui/search-select'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { FormDialog } from '../../../shared/forms/form-dialog.tsx'
import { paths } from '../../../shared/paths.ts'
import { ProblemNotice } from '../../../shared/problems/problem-notice.tsx'
import { useRefusalWords } from '../../../shared/problems/use-refusal-words.ts'
import { CasePicker } from './case-picker.tsx'
import { MergeCarries } from './merge-carries.tsx'
import { MergeChoices, asItIs, type Kept } from './merge-choices.tsx'
import { MergeSides } from './merge-sides.tsx'
import './merging.css'
import { mergePreview, useMerge } from './use-merge.ts'
import { useMergeWords } from './use-merge-words.ts'

/** Finds the case that this one goes on in, shows both and what becomes of them, and merges. */
export function MergeDialog({ subject, onClose }: { subject: Case; onClose: () => void }) {
  const words = useMergeWords()
  const navigate = useNavigate()
  const [target, setTarget] = useState<SearchOption | null>(null)
  const [kept, setKept] = useState<Kept>(asItIs)
  const merge = useMerge(subject.id, ({ number }) => {
    notifications.show({ message: words('mergedNow', { number: subject.number, into: number }) })
    onClose()
    void navigate(paths.case(number))
  })
  const intoId = target?.value ?? ''
  const preview = useQuery({ ...mergePreview(subject.id, intoId), enabled: target !== null })
  const isReady = target !== null && preview.data?.refusal === null

  return (
    <FormDialog
      title={words('mergeTitle', { number: subject.number })}
      state={merge}
      names={[]}
      size="xl"
      submitLabel={words('doMerge')}
      isDisabled={!isReady}
      onSubmit={() => merge.mutate({ intoId, ...kept })}
      onClose={onClose}
    >
      <CasePicker
        label={words('target')}
        placeholder={words('targetHint', { customer: subject.customer.name })}
        subject={subject}
        isOfCustomer
        value={target}
        onChange={(chosen) => {
          setTarget(chosen)
          setKept(asItIs)
          merge.reset()
        }}
      />
      {target !== null && preview.isPending && <LoadingState rows={6} />}
      {target !== null && <ProblemNotice error={preview.error} />}
      {preview.data !== undefined && target !== null && (
        <OpenPreview preview={preview.data} kept={kept} onKeep={setKept} />
      )}
    </FormDialog>
  )
}

type OpenPreviewProps = { preview: MergePreview; kept: Kept; onKeep: (kept: Kept) => void }

function OpenPreview({ preview, kept, onKeep }: OpenPreviewProps) {
  const { source, survivor, refusal } = preview
  return (
    <>
      {refusal !== null && <RefusedMerge refusal={refusal} />}
      <MergeSides source={source} survivor={survivor} />
      {refusal === null && (
        <>
          <MergeCarries preview={preview} />
          <MergeChoices source={source} survivor={survivor} kept={kept} onKeep={onKeep} />
        </>
      )}
    </>
  )
}

function RefusedMerge({ refusal }: { refusal: NonNullable<MergePreview['refusal']> }) {
  const word = useRefusalWords()
  return <ProblemAlert title={word({ code: refusal.code, detail: refusal.message })} detail={refusal.message} />
}
