import { Button } from '@mantine/core'
import type { Contact } from '@timedesk/contracts/contacts'
import { ConfirmButton } from '@timedesk/ui/confirm-button'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { EditButton } from '../../shared/lists/edit-button.tsx'
import { useContactWords } from './use-contact-words.ts'
import { useInviteContact } from './use-invite-contact.ts'
import { useUpdateContact } from './use-update-contact.ts'

/** What can be done with one contact: edit, invite, deactivate or bring back. */
export function ContactRowButtons({ contact, onEdit }: { contact: Contact; onEdit: () => void }) {
  const words = useContactWords()
  const tell = useTell()
  const invitation = useInviteContact()
  const update = useUpdateContact()
  const { id, name, email } = contact
  const setActive = (isActive: boolean) =>
    update.mutate({ contact, body: { isActive } }, tell(words(isActive ? 'reactivated' : 'deactivated', { name })))

  return (
    <span className="desk-row-buttons">
      <EditButton label={words('editTitle', { name })} onClick={onEdit} />
      {contact.isActive ? (
        <>
          <Button
            size="compact-xs"
            variant="default"
            loading={invitation.isPending}
            onClick={() => invitation.mutate(id, tell(words('invited', { email })))}
          >
            {words(contact.hasPassword ? 'inviteAgain' : 'invite')}
          </Button>
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
        </>
      ) : (
        <Button size="compact-xs" variant="default" loading={update.isPending} onClick={() => setActive(true)}>
          {words('reactivate')}
        </Button>
      )}
    </span>
  )
}
