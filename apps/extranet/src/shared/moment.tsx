import { useFormat } from '@timedesk/ui/format'
import { RelativeTime, useNow } from '@timedesk/ui/relative-time'

const REFRESH_MS = 60_000
const RECENT_MS = 6 * 24 * 60 * 60 * 1000

/** When something happened: how long ago while that says more, the date and time after some days. */
export function Moment({ at }: { at: string }) {
  const format = useFormat()
  const now = useNow(REFRESH_MS)
  if (now.getTime() - Date.parse(at) < RECENT_MS) return <RelativeTime at={at} />
  return (
    <time dateTime={at} title={format.fullDateTime(at)}>
      {format.dateTime(at)}
    </time>
  )
}
