import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy, type ComponentProps } from 'react'

const SendLaterDialog = lazy(async () => ({ default: (await import('./send-later-dialog.tsx')).SendLaterDialog }))

/** The dialog that asks when to send, in a file of its own. */
export function LazySendLater(props: ComponentProps<typeof SendLaterDialog>) {
  return (
    <LazyPart fallback={<HoldKeys />}>
      <SendLaterDialog {...props} />
    </LazyPart>
  )
}
