import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { Keys } from '@timedesk/ui/keys'
import { ariaKeys, useKeysOf, useShortcuts } from '@timedesk/ui/use-shortcuts'
import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'

import { useTell } from '../deeds/use-tell.ts'
import { paths } from '../paths.ts'
import { forgetLeaving, type Leaving } from './leaving-messages.ts'
import './sending.css'
import { useCallBack } from './use-call-back.ts'
import { useSendingWords } from './use-sending-words.ts'

const TICK_MS = 250
const SECOND_MS = 1_000

/** Counts down until what was sent goes out; a press, or a key for the latest, brings it back as a draft. */
export function LeavingBar({ messages }: { messages: readonly Leaving[] }) {
  const words = useSendingWords()
  const latest = messages.at(-1)
  return (
    <section className="desk-leaving" aria-label={words('leaving')}>
      {messages.map((message) => (
        <LeavingLine key={message.draftId} message={message} hasKeys={message === latest} />
      ))}
    </section>
  )
}

function LeavingLine({ message, hasKeys }: { message: Leaving; hasKeys: boolean }) {
  const words = useSendingWords()
  const { callBack, isPending } = useBringBack(message)
  const seconds = useSecondsUntil(message.until)
  // What is being called back is told of until the server has said whether it was in time.
  const isOver = seconds === 0 && !isPending
  useEffect(() => {
    if (isOver) forgetLeaving(message.draftId)
  }, [isOver, message.draftId])
  const keys = useKeysOf('desk.callBack')
  const { kind, number } = message
  useShortcuts([
    { id: 'desk.callBack', keys: 'Mod+Shift+z', label: words('callBackKey'), when: hasKeys, run: callBack },
  ])
  return (
    <div className="desk-leaving-line">
      <span className="td-number">{words(`${kind}LeavesIn`, { number, seconds })}</span>
      <Button
        size="compact-sm"
        leftSection={<IconArrowBackUp size={15} stroke={1.8} aria-hidden="true" />}
        loading={isPending}
        aria-label={words('callBackOf', { number })}
        aria-keyshortcuts={hasKeys ? ariaKeys(keys) : undefined}
        onClick={callBack}
      >
        {words('callBack')}
      </Button>
      {hasKeys && keys !== '' && (
        <span className="desk-wide">
          <Keys keys={keys} />
        </span>
      )}
    </div>
  )
}

/** Whole seconds that are left, never less than none. */
function useSecondsUntil(until: number): number {
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / SECOND_MS))
  const [seconds, setSeconds] = useState(left)
  const tick = useEffectEvent(() => setSeconds(left()))
  useEffect(() => {
    const timer = setInterval(() => tick(), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return seconds
}

/** Brings the words back, and the case that they belong to. */
function useBringBack({ draftId, caseId, number, kind, isShared }: Leaving) {
  const navigate = useNavigate()
  const location = useLocation()
  const tell = useTell()
  const { onError } = tell('')
  const { mutate, isPending } = useCallBack(caseId, {
    onBack: () => {
      forgetLeaving(draftId)
      const path = paths.case(number)
      // The list that one goes through stays known.
      if (location.pathname !== path) void navigate(path, { state: location.state as unknown })
    },
    onFailed: (error) => {
      forgetLeaving(draftId)
      onError(error)
    },
  })
  const callBack = () => {
    if (!isPending) mutate({ kind, isShared })
  }
  return { callBack, isPending }
}
