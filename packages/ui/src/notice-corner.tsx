import { Notifications } from '@mantine/notifications'

/** Where passing messages appear. */
export function NoticeCorner() {
  return <Notifications position="bottom-right" limit={3} />
}
