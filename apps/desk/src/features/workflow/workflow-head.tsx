import { ActionIcon, Anchor, Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { Workflow } from '@timedesk/contracts/workflows'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { PageHeader } from '@timedesk/ui/page-header'
import { ariaKeys } from '@timedesk/ui/use-shortcuts'
import { Link } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { paths } from '../../shared/paths.ts'
import type { WorkflowDraft } from './stored-draft.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { useBench } from './workflow-bench.ts'

type WorkflowHeadProps = { workflow: Workflow | null; saved: WorkflowDraft; onSave: () => void }

/** What the workflow is called and how its draft stands, with what can be done with that. */
export function WorkflowHead({ workflow, saved, onSave }: WorkflowHeadProps) {
  const words = useWorkflowWords()
  const listWords = useListWords()
  const tell = useTell()
  const { editor, problems, mayWrite, choose } = useBench()
  const { draft, isChanged } = editor
  const title = draft.name.trim() === '' ? words('newTitle') : draft.name
  const drop = () => {
    choose(null)
    editor.begin(saved, workflow?.version ?? null)
    tell(words('dropped')).onSuccess()
  }
  return (
    <>
      <PageHeader
        back={
          <Anchor component={Link} to={paths.workflows} size="sm">
            {words('back')}
          </Anchor>
        }
        title={
          <>
            {title}
            {workflow?.isDefault === true && <Mark kind="chosen">{words('default')}</Mark>}
            {!draft.isActive && <Mark>{listWords('inactiveMark')}</Mark>}
          </>
        }
        text={
          workflow === null
            ? words('newText')
            : `${words('headText', { count: workflow.cases })} ${words('versionBy', { version: workflow.version, name: workflow.savedByName })}.`
        }
        actions={
          mayWrite && (
            <>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={words('undo')}
                aria-keyshortcuts={ariaKeys('Mod+z')}
                disabled={!editor.canUndo}
                onClick={editor.undo}
              >
                <IconArrowBackUp size={18} stroke={1.7} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={words('redo')}
                aria-keyshortcuts={ariaKeys('Mod+y')}
                disabled={!editor.canRedo}
                onClick={editor.redo}
              >
                <IconArrowForwardUp size={18} stroke={1.7} />
              </ActionIcon>
              {isChanged && (
                <ConfirmButton
                  question={words('dropQuestion')}
                  consequence={words('dropConsequence')}
                  confirmLabel={words('drop')}
                  isDangerous
                  onConfirm={drop}
                >
                  {words('drop')}
                </ConfirmButton>
              )}
              <Button disabled={workflow !== null && !isChanged} onClick={onSave}>
                {words('save')}
              </Button>
            </>
          )
        }
      />
      <p className="desk-workflow-state desk-small" role="status">
        {problems.length > 0 && <Mark kind="bad">{words('problemCount', { count: problems.length })}</Mark>}
        <span className="desk-quiet">{words(isChanged ? 'draftKept' : 'unchanged')}</span>
      </p>
    </>
  )
}
