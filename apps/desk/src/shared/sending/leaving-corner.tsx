import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import '../cases/marks.css'
import { useLeaving } from './leaving-messages.ts'
import { useSendingWords } from './use-sending-words.ts'

const LeavingBar = lazy(async () => ({ default: (await import('./leaving-bar.tsx')).LeavingBar }))

/** Lets what was just sent be called back, on every page. Usually there is nothing to call back. */
export function LeavingCorner() {
  const messages = useLeaving()
  const words = useSendingWords()
  const latest = messages.at(-1)
  return (
    <>
      {/* There before it has anything to say, so that it is heard; the seconds are not counted aloud. */}
      <p aria-live="polite" className="desk-hidden">
        {latest !== undefined && words(`${latest.kind}Leaves`, { number: latest.number })}
      </p>
      {messages.length > 0 && (
        <LazyPart>
          <LeavingBar messages={messages} />
        </LazyPart>
      )}
    </>
  )
}
