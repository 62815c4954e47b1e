import { Input, TextInput } from '@mantine/core'
import type { CaseChoices, ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { FILE_SIZE_BYTES_MAX, SUBJECT_LENGTH_MAX } from '@timedesk/contracts/limits'
import { FileDrop } from '@timedesk/ui/file-drop'
import { LazyMarkdownEditor } from '@timedesk/ui/lazy-markdown-editor'
import { useState, type SubmitEvent } from 'react'
import { pictureUrl } from '../../shared/attachments.ts'
import { FormProblem } from '../../shared/form-problem.tsx'
import { useMe } from '../../shared/me.ts'
import { useMessageFiles } from '../../shared/use-message-files.ts'
import { useRefusalWords } from '../../shared/use-refusal-words.ts'
import { useStoredDraft } from '../../shared/use-stored-draft.ts'
import { EMPTY_DRAFT, ReportDraft, reportOf } from './report-draft.ts'
import { ReportCustomFields } from './report-custom-fields.tsx'
import { ReportFields } from './report-fields.tsx'
import { ReportFoot } from './report-foot.tsx'
import './report.css'
import { TypeCards } from './type-cards.tsx'
import { useReportCase } from './use-report-case.ts'
import { useReportWords } from './use-report-words.ts'

type ReportFormProps = { choices: CaseChoices; onReported: (created: ExtranetCase) => void }

/** Reports a case. The draft stays in this browser until it was sent; a refusal stands at the field it is about. */
export function ReportForm({ choices, onReported }: ReportFormProps) {
  const words = useReportWords()
  const refusalWords = useRefusalWords()
  const { draft, change, clear, isRestored } = useStoredDraft(`timedesk.report.${useMe().id}`, ReportDraft, EMPTY_DRAFT)
  const [hasTried, setHasTried] = useState(false)
  const [discarded, setDiscarded] = useState(0)
  const report = useReportCase()
  const files = useMessageFiles({
    files: draft.files,
    onChange: (next) => {
      change((latest) => ({ files: next(latest.files) }))
    },
  })
  const checked = reportOf(draft)
  const isWritten = draft.subject !== '' || draft.description.trim() !== '' || draft.files.length > 0

  function errorOf(field: keyof typeof EMPTY_DRAFT): string | undefined {
    const code = hasTried && 'wrong' in checked && field !== 'files' ? checked.wrong[field] : undefined
    return code === undefined ? refusalWords.ofField(report.error, field) : refusalWords.ofCode(code)
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setHasTried(true)
    if ('wrong' in checked || files.isUploading || report.isPending) return
    report.mutate(checked.report, {
      onSuccess: (created) => {
        clear()
        onReported(created)
      },
    })
  }

  return (
    <form key={discarded} className="ex-report" onSubmit={handleSubmit} aria-busy={report.isPending} noValidate>
      {isRestored && isWritten && <p className="ex-report-restored">{words('draftRestored')}</p>}
      {choices.types.length > 0 && (
        <TypeCards
          types={choices.types}
          value={draft.typeId}
          error={errorOf('typeId')}
          onChange={(typeId) => {
            change({ typeId })
          }}
        />
      )}
      <TextInput
        label={words('subject')}
        placeholder={words('subjectPlaceholder')}
        required
        withAsterisk={false}
        maxLength={SUBJECT_LENGTH_MAX}
        value={draft.subject}
        error={errorOf('subject')}
        onChange={(event) => {
          change({ subject: event.currentTarget.value })
        }}
      />
      <Input.Wrapper
        label={words('description')}
        labelElement="div"
        description={words('descriptionText')}
        error={errorOf('description')}
      >
        <LazyMarkdownEditor
          label={words('description')}
          placeholder={words('descriptionPlaceholder')}
          value={draft.description}
          onChange={(description) => {
            change({ description })
          }}
          onUpload={files.upload}
          onAttach={files.attach}
          resolveAttachment={pictureUrl}
        />
      </Input.Wrapper>
      <Input.Wrapper label={words('files')} labelElement="div" description={words('filesText')}>
        <FileDrop
          label={words('files')}
          files={files.rows}
          sizeMax={FILE_SIZE_BYTES_MAX}
          onAdd={files.add}
          onRemove={files.remove}
        />
      </Input.Wrapper>
      <ReportCustomFields
        choices={choices}
        typeId={draft.typeId}
        priorityId={draft.priorityId ?? choices.priorities.find(({ isDefault }) => isDefault)?.id ?? null}
        values={draft.fields}
        errorOf={(fieldId) => refusalWords.ofField(report.error, `fields/${fieldId}`)}
        onChange={(fields) => {
          change({ fields })
        }}
      />
      <ReportFields draft={draft} choices={choices} errorOf={errorOf} onChange={change} />
      <FormProblem error={report.error} />
      <ReportFoot
        isWritten={isWritten}
        isUploading={files.isUploading}
        isSending={report.isPending}
        onDiscard={() => {
          clear()
          report.reset()
          setHasTried(false)
          setDiscarded((count) => count + 1)
        }}
      />
    </form>
  )
}
