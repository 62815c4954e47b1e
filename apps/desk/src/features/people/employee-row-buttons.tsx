import { Button } from '@mantine/core'
import type { Employee } from '@timedesk/contracts/staff'
import { ConfirmButton } from '@timedesk/ui/confirm-button'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { EditButton } from '../../shared/lists/edit-button.tsx'
import { useInviteEmployee } from './use-invite-employee.ts'
import { useUpdateEmployee } from './use-save-employee.ts'
import { usePeopleWords } from './use-people-words.ts'

type EmployeeRowButtonsProps = {
  employee: Employee
  /** Left out for who may not change people. */
  onEdit: (() => void) | undefined
  /** Left out for who may not see what people cost. */
  onCost: (() => void) | undefined
}

/** What can be done with one employee: see the cost, edit, invite again, deactivate or bring back. */
export function EmployeeRowButtons({ employee, onEdit, onCost }: EmployeeRowButtonsProps) {
  const words = usePeopleWords()
  const { name } = employee
  return (
    <span className="desk-row-buttons">
      {onCost !== undefined && (
        <Button size="compact-xs" variant="default" aria-label={words('costRatesOf', { name })} onClick={onCost}>
          {words('costRates')}
        </Button>
      )}
      {onEdit !== undefined && <WriteButtons employee={employee} onEdit={onEdit} />}
    </span>
  )
}

function WriteButtons({ employee, onEdit }: { employee: Employee; onEdit: () => void }) {
  const words = usePeopleWords()
  const tell = useTell()
  const invitation = useInviteEmployee()
  const update = useUpdateEmployee()
  const { id, name, email, isActive, hasPassword, openCases } = employee
  const setActive = (wanted: boolean) =>
    update.mutate(
      { employee, body: { isActive: wanted } },
      tell(words(wanted ? 'reactivated' : 'deactivated', { name })),
    )

  return (
    <>
      <EditButton label={words('editTitle', { name })} onClick={onEdit} />
      {isActive && !hasPassword && (
        <Button
          size="compact-xs"
          variant="default"
          loading={invitation.isPending}
          onClick={() => invitation.mutate(id, tell(words('invited', { email })))}
        >
          {words('resend')}
        </Button>
      )}
      {isActive ? (
        <ConfirmButton
          size="compact-xs"
          question={words('deactivateQuestion', { name })}
          consequence={words('deactivateConsequence', { count: openCases })}
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
    </>
  )
}
