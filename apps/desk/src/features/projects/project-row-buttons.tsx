import { Button } from '@mantine/core'
import type { Project } from '@timedesk/contracts/projects'
import { ConfirmButton } from '@timedesk/ui/confirm-button'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { EditButton } from '../../shared/lists/edit-button.tsx'
import { useUpdateProject } from './use-save-project.ts'
import { useProjectWords } from './use-project-words.ts'

type ProjectRowButtonsProps = { project: Project; onEdit: () => void; onTasks: () => void }

/** What can be done with one project: its tasks, edit, deactivate or bring back. */
export function ProjectRowButtons({ project, onEdit, onTasks }: ProjectRowButtonsProps) {
  const words = useProjectWords()
  const tell = useTell()
  const update = useUpdateProject()
  const { name } = project
  const setActive = (isActive: boolean) =>
    update.mutate({ project, changes: { isActive } }, tell(words(isActive ? 'reactivated' : 'deactivated', { name })))

  return (
    <span className="desk-row-buttons">
      <Button size="compact-xs" variant="default" aria-label={words('tasksOf', { name })} onClick={onTasks}>
        {words('tasks')}
      </Button>
      <EditButton label={words('editTitle', { name })} onClick={onEdit} />
      {project.isActive ? (
        <ConfirmButton
          size="compact-xs"
          question={words('deactivateQuestion', { name })}
          consequence={words('deactivateConsequence')}
          confirmLabel={words('deactivate')}
          isDangerous
          loading={update.isPending}
          onConfirm={() => setActive(false)}
        >
          {words('deactivate')}
        </ConfirmButton>
      ) : (
        <Button size="compact-xs" variant="default" loading={update.isPending} onClick={() => setActive(true)}>
          {words('reactivate')}
        </Button>
      )}
    </span>
  )
}
