import { Button } from '@mantine/core'
import { IconEye, IconEyeCheck } from '@tabler/icons-react'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { ariaKeys, useKeysOf } from '@timedesk/ui/use-shortcuts'
import { lazy } from 'react'
import { useSearchParams } from 'react-router'

import './attention.css'
import { useAttentionWords } from './use-attention-words.ts'
import { useFollow } from './use-follow.ts'

const UnfollowDialog = lazy(async () => ({ default: (await import('./unfollow-dialog.tsx')).UnfollowDialog }))

/** Follows the case, or no more. The address of a mail that asks whether to unfollow opens that question. */
export function FollowButton({ caseId, number }: { caseId: string; number: number }) {
  const words = useAttentionWords()
  const { isFollowing, isKnown, isPending, toggle } = useFollow(caseId)
  const keys = ariaKeys(useKeysOf('case.follow'))
  const [query, setQuery] = useSearchParams()
  const isAsked = query.get('unfollow') === '1'
  const close = () =>
    setQuery(
      (before) => {
        before.delete('unfollow')
        return before
      },
      { replace: true },
    )
  const Icon = isFollowing ? IconEyeCheck : IconEye
  return (
    <>
      <Button
        size="compact-sm"
        variant={isFollowing ? 'light' : 'subtle'}
        {...(!isFollowing && { color: 'gray' })}
        aria-pressed={isFollowing}
        aria-keyshortcuts={keys}
        title={words('followText')}
        disabled={!isKnown}
        loading={isPending}
        leftSection={<Icon size={16} stroke={1.7} aria-hidden="true" />}
        onClick={toggle}
      >
        {words(isFollowing ? 'following' : 'follow')}
      </Button>
      {isAsked && isKnown && (
        <LazyPart>
          <UnfollowDialog caseId={caseId} number={number} onClose={close} />
        </LazyPart>
      )}
    </>
  )
}
