import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useEffectEvent } from 'react'

import { useTroubleWords } from './use-problem.ts'

/**
 * Says so when a file of the page is not there any more, as after an update. It never reloads by itself: somebody may be
 * writing.
 */
export function UpdateNotice() {
  const words = useTroubleWords()
  const tell = useEffectEvent(() => {
    if (!navigator.onLine) return
    const message = (
      <>
        {words('updated')}{' '}
        <Button size="compact-sm" variant="light" onClick={() => window.location.reload()}>
          {words('reload')}
        </Button>
      </>
    )
    notifications.show({ id: 'updated', message, autoClose: false })
  })
  useEffect(() => {
    const onFailure = () => tell()
    window.addEventListener('vite:preloadError', onFailure)
    return () => window.removeEventListener('vite:preloadError', onFailure)
  }, [])
  return null
}
