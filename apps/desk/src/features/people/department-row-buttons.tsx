import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { isRefusal } from '@timedesk/client/api-error'
import type { Department } from '@timedesk/contracts/staff'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { Link } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { EditButton } from '../../shared/lists/edit-button.tsx'
import { paths } from '../../shared/paths.ts'
import { useUpdateDepartment } from './use-save-department.ts'
import { usePeopleWords } from './use-people-words.ts'

type DepartmentRowButtonsProps = {
  department: Department
  /** Left out for who may not change departments. */
  onEdit: (() => void) | undefined
}

/** What can be done with a department; one that is in use says what to move first. */
export function DepartmentRowButtons({ department, onEdit }: DepartmentRowButtonsProps) {
  const words = usePeopleWords()
  const tell = useTell()
  const update = useUpdateDepartment()
  const { id, name, isActive } = department
  const setActive = (wanted: boolean) => {
    const { onSuccess, onError } = tell(words(wanted ? 'reactivated' : 'departmentDeactivated', { name }))
    const tellInUse = () =>
      notifications.show({
        color: 'red',
        title: words('inUseTitle', { name }),
        message: words('inUseText'),
        autoClose: false,
      })
    update.mutate(
      { department, body: { isActive: wanted } },
      { onSuccess, onError: (error) => (isRefusal(error, 'still_in_use') ? void tellInUse() : onError(error)) },
    )
  }

  return (
    <span className="desk-row-buttons">
      <Button component={Link} to={`${paths.people}?department=${id}`} size="compact-xs" variant="subtle">
        {words('seePeople')}
      </Button>
      {onEdit !== undefined && <EditButton label={words('editTitle', { name })} onClick={onEdit} />}
      {onEdit !== undefined && isActive && (
        <ConfirmButton
          size="compact-xs"
          question={words('departmentQuestion', { name })}
          consequence={words('departmentConsequence')}
          confirmLabel={words('deactivate')}
          isDangerous
          loading={update.isPending}
          onConfirm={() => setActive(false)}
        >
          {words('deactivate')}
        </ConfirmButton>
      )}
      {onEdit !== undefined && !isActive && (
        <Button size="compact-xs" variant="default" loading={update.isPending} onClick={() => setActive(true)}>
          {words('reactivate')}
        </Button>
      )}
    </span>
  )
}
