import { Button, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { CaseView } from '@timedesk/contracts/case-views'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { useTell } from '../../../shared/deeds/use-tell.ts'
import { FormDialog } from '../../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../../shared/forms/use-draft-form.tsx'
import { workListPath } from '../../../shared/paths.ts'
import { IconField } from './icon-field.tsx'
import { RemoveView } from './remove-view.tsx'
import { ViewScope } from './view-scope.tsx'
import type { ColumnChoice } from '../use-columns.ts'
import type { ListState } from '../use-list-state.ts'
import { writeColumns } from '../grid/columns.ts'
import { useQueryProblem } from './use-query-problem.ts'
import { useSaveView, type ViewDraft } from './use-save-view.ts'
import { useViewFormWords } from './use-view-form-words.ts'

type ViewDialogProps = {
  /** Null: a new one. */
  view: CaseView | null
  list: ListState
  columns: ColumnChoice
  onClose: () => void
}

/** Keeps what the list shows as a view, or changes one to it. */
export function ViewDialog({ view, list, columns, onClose }: ViewDialogProps) {
  const words = useViewFormWords()
  const tell = useTell()
  const navigate = useNavigate()
  const [isRemoving, setIsRemoving] = useState(false)
  const save = useSaveView(view)
  const form = useDraftForm<ViewDraft>(draftOf(view, list), save.error)
  const problem = useQueryProblem(form.draft.query, save.error)
  const { draft, set, errorOf } = form

  const submit = () =>
    save.mutate(
      { ...draft, columns: writeColumns(columns.columns), sort: list.sort, group: list.group },
      {
        onSuccess: (saved) =>
          tell(words('saved'), () => {
            columns.reset()
            void navigate(workListPath(saved.id), { replace: view !== null })
            onClose()
          }).onSuccess(),
      },
    )

  return (
    <>
      <FormDialog
        title={words(view === null ? 'saveTitle' : 'editTitle')}
        state={save}
        names={form.names}
        size="md"
        isDisabled={draft.name.trim() === '' || draft.query.trim() === ''}
        submitLabel={words('save')}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextInput
          label={words('name')}
          placeholder={words('namePlaceholder')}
          required
          data-autofocus
          autoComplete="off"
          {...form.text('name')}
        />
        <IconField value={draft.icon} onChange={(icon) => set({ icon })} />
        <ViewScope draft={draft} set={set} errorOf={errorOf} />
        <Textarea
          label={words('query')}
          description={words('queryHint')}
          autosize
          minRows={2}
          spellCheck={false}
          {...form.text('query')}
          error={problem}
        />
        <small className="desk-quiet">{words('shows')}</small>
        {view !== null && (
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            leftSection={<IconTrash size={15} stroke={1.7} />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => setIsRemoving(true)}
          >
            {words('remove')}
          </Button>
        )}
      </FormDialog>
      {isRemoving && view !== null && <RemoveView view={view} onClose={() => setIsRemoving(false)} />}
    </>
  )
}

function draftOf(view: CaseView | null, { q }: ListState): ViewDraft {
  if (view === null) return { name: '', icon: 'list', scope: 'private', departmentId: null, query: q }
  const scope = view.scope === 'shipped' ? 'private' : view.scope
  return { name: view.name ?? '', icon: view.icon, scope, departmentId: view.department?.id ?? null, query: q }
}
