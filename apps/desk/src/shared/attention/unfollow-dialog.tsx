import { Anchor, Button, Group, Modal, Text } from '@mantine/core'
import { Link } from 'react-router'

import { ConfirmDialog } from '../deeds/confirm-dialog.tsx'
import { useTell } from '../deeds/use-tell.ts'
import { paths } from '../paths.ts'
import { useAttentionWords } from './use-attention-words.ts'
import { useFollow } from './use-follow.ts'

type UnfollowDialogProps = { caseId: string; number: number; onClose: () => void }

/** Asks whether to unfollow, as each mail offers; whoever does not follow is told why they get mail all the same. */
export function UnfollowDialog({ caseId, number, onClose }: UnfollowDialogProps) {
  const words = useAttentionWords()
  const tell = useTell()
  const { isFollowing, isPending, set } = useFollow(caseId)
  if (!isFollowing)
    return (
      <Modal opened onClose={onClose} title={words('notFollowing', { number })}>
        <Text size="sm">{words('notFollowingText')}</Text>
        <Group justify="space-between" mt="lg">
          <Anchor component={Link} to={paths.noticeSettings} size="sm">
            {words('toSettings')}
          </Anchor>
          <Button variant="default" onClick={onClose} data-autofocus>
            {words('close')}
          </Button>
        </Group>
      </Modal>
    )
  return (
    <ConfirmDialog
      question={words('unfollowQuestion', { number })}
      consequence={words('unfollowConsequence')}
      confirmLabel={words('unfollow')}
      isPending={isPending}
      onConfirm={() => set(false, tell(words('unfollowed', { number }), onClose).onSuccess)}
      onClose={onClose}
    />
  )
}
