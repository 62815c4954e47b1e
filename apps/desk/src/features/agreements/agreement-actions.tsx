import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconPencil } from '@tabler/icons-react'
import type { Agreement } from '@timedesk/contracts/agreements'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { ConfirmDialog } from '../../shared/deeds/confirm-dialog.tsx'
import { paths, simulatorPath } from '../../shared/paths.ts'
import { TerminateDialog } from './terminate-dialog.tsx'
import { useAgreementWords } from './use-agreement-words.ts'
import { useUpdateAgreement, useWithdrawTermination } from './use-save-agreement.ts'

type Deed = 'activate' | 'suspend' | 'resume' | 'end' | 'takeBack' | 'terminate'

const STATE_AFTER = { activate: 'active', resume: 'active', suspend: 'suspended', end: 'ended' } as const
const SAID = {
  activate: 'activated',
  resume: 'resumed',
  suspend: 'suspended',
  end: 'ended',
  takeBack: 'takenBack',
} as const

/** What may be done with an agreement; the main deed of its settlement is handed in. */
export function AgreementActions({ agreement, children }: { agreement: Agreement; children?: ReactNode }) {
  const words = useAgreementWords()
  const tell = useTell()
  const update = useUpdateAgreement()
  const withdraw = useWithdrawTermination()
  const [asked, setAsked] = useState<Deed | null>(null)
  const { heading: name } = agreement
  const deeds = deedsOf(agreement)
  const close = () => setAsked(null)
  const act = (deed: Exclude<Deed, 'terminate'>) => {
    close()
    const told = tell(words(SAID[deed], { name }))
    if (deed === 'takeBack') withdraw.mutate(agreement, told)
    else update.mutate({ agreement, changes: { state: STATE_AFTER[deed] } }, told)
  }

  return (
    <>
      <Button component={Link} to={simulatorPath(agreement.customer.id, agreement.id)} variant="default">
        {words('simulate')}
      </Button>
      {agreement.can.edit && agreement.state !== 'ended' && (
        <Button
          component={Link}
          to={paths.editAgreement(agreement.id)}
          variant="default"
          leftSection={<IconPencil size={16} stroke={1.7} />}
        >
          {words('edit')}
        </Button>
      )}
      {deeds.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button
              variant="default"
              rightSection={<IconChevronDown size={16} />}
              loading={update.isPending || withdraw.isPending}
            >
              {words('more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {deeds.map((deed) => (
              <Menu.Item key={deed} {...(deed === 'end' && { color: 'red' })} onClick={() => setAsked(deed)}>
                {words(deed)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {children}
      {asked === 'terminate' && <TerminateDialog agreement={agreement} onClose={close} />}
      {asked !== null && asked !== 'terminate' && (
        <ConfirmDialog
          question={words(`${asked}Question`, { name })}
          consequence={words(`${asked}Consequence`)}
          confirmLabel={words(asked)}
          isDangerous={asked === 'end'}
          onConfirm={() => act(asked)}
          onClose={close}
        />
      )}
    </>
  )
}

function deedsOf({ state, can, terminatedOn }: Agreement): Deed[] {
  if (!can.edit || state === 'ended') return []
  const deeds: Deed[] = []
  if (state === 'draft') deeds.push('activate')
  if (state === 'active') deeds.push('suspend')
  if (state === 'suspended') deeds.push('resume')
  if (can.terminate) deeds.push(terminatedOn === null ? 'terminate' : 'takeBack')
  if (state !== 'draft') deeds.push('end')
  return deeds
}
