import { Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import { LINE_LENGTH_MAX } from '@timedesk/contracts/limits'
import type { Workflow } from '@timedesk/contracts/workflows'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useFieldProblem } from '../../shared/forms/use-fields.tsx'
import { workflowQueries } from '../../shared/workflow/workflow-queries.ts'
import { compareDrafts } from './compare-drafts.ts'
import { DifferenceList } from './difference-list.tsx'
import { RemovedStatuses, targetOf } from './removed-statuses.tsx'
import type { WorkflowDraft } from './stored-draft.ts'
import { useChangeWords } from './use-change-words.ts'
import { useDefinitionProblemWords } from './use-definition-problems.ts'
import type { useSaveWorkflow } from './use-save-workflow.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { useBench } from './workflow-bench.ts'

/** What the dialog tells itself when it is refused. */
const NAMES = ['name', 'comment', 'definition', 'moves']

type SaveDialogProps = {
  workflow: Workflow | null
  saved: WorkflowDraft
  save: ReturnType<typeof useSaveWorkflow>
  onSaved: (workflow: Workflow) => void
  onClose: () => void
}

/** Says once more what changes, asks where cases go, and takes a word about it. */
export function SaveDialog({ workflow, saved, save, onSaved, onClose }: SaveDialogProps) {
  const words = useChangeWords()
  const workflowWords = useWorkflowWords()
  const tell = useTell()
  const { editor, statuses, fields, problems } = useBench()
  const { draft } = editor
  const word = useDefinitionProblemWords(statuses, draft.definition)
  const problemOf = useFieldProblem(save.error)
  const [comment, setComment] = useState('')
  const preview = useQuery(workflowQueries.preview(workflow?.id ?? null, draft.definition))
  const removed = preview.data?.removed.filter(({ cases }) => cases > 0) ?? []
  const isOpen = removed.some((one) => targetOf(one, draft.moves, draft.definition.statusIds) === null)
  const refused = isRefusal(save.error)
    ? save.error.fields.filter(({ pointer }) => pointer.startsWith('/body/definition'))
    : []
  const wrong = problems.length > 0 ? problems.map(({ problem }) => problem) : refused
  const submit = () =>
    save.mutate(
      { draft, comment: comment.trim(), removed },
      {
        onSuccess: (stored) => {
          const names = { name: stored.name, version: stored.version }
          tell(words(workflow === null ? 'created' : 'saved', names)).onSuccess()
          onSaved(stored)
        },
        // Cases may have come meanwhile into a status that is taken out.
        onError: () => void preview.refetch(),
      },
    )

  return (
    <FormDialog
      title={words(workflow === null ? 'saveNew' : 'saveTitle')}
      submitLabel={words(workflow === null ? 'createSubmit' : 'saveSubmit')}
      state={save}
      names={NAMES}
      isDisabled={problems.length > 0 || isOpen || preview.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      {wrong.length > 0 && (
        <div className="desk-error" role="alert">
          <strong>{words('cannotSave')}</strong>
          <ul className="desk-workflow-problems">
            {wrong.map((problem) => (
              <li key={`${problem.pointer} ${problem.code} ${problem.message}`}>{word(problem)}</li>
            ))}
          </ul>
        </div>
      )}
      {workflow !== null && (
        <>
          <Text size="sm">{words('counts')}</Text>
          <DifferenceList differences={compareDrafts(saved, draft)} statuses={statuses} fields={fields} />
        </>
      )}
      {removed.length > 0 && <RemovedStatuses removed={removed} />}
      {problemOf('moves') !== undefined && <div className="desk-error">{words('casesCame')}</div>}
      <TextInput
        label={workflowWords('name')}
        required
        value={draft.name}
        error={problemOf('name')}
        onChange={(event) => editor.change({ name: event.currentTarget.value }, 'name')}
      />
      <TextInput
        label={words('comment')}
        description={words('commentHint')}
        data-autofocus
        autoComplete="off"
        maxLength={LINE_LENGTH_MAX}
        value={comment}
        error={problemOf('comment')}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
