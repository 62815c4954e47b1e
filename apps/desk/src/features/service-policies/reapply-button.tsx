import { Button } from '@mantine/core'
import { useState } from 'react'

import { ConfirmDialog } from '../../shared/deeds/confirm-dialog.tsx'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { usePolicyWords } from './use-policy-words.ts'
import { useReapplyPolicies } from './use-save-policy.ts'

/** Lets open cases follow the policies as they are today, after asking. */
export function ReapplyButton() {
  const words = usePolicyWords()
  const tell = useTell()
  const reapply = useReapplyPolicies()
  const [isAsking, setIsAsking] = useState(false)
  const close = () => setIsAsking(false)
  const run = async () => {
    const told = tell('')
    try {
      const { openCases } = await reapply.mutateAsync()
      tell(words('reapplied', { count: openCases })).onSuccess()
    } catch (error) {
      told.onError(error)
    }
    close()
  }
  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {words('reapply')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          question={words('reapply')}
          consequence={words('reapplyText')}
          confirmLabel={words('reapply')}
          isPending={reapply.isPending}
          onConfirm={() => void run()}
          onClose={close}
        />
      )}
    </>
  )
}
