import { notifications } from '@mantine/notifications'
import { useFrameWords } from './frame-words.ts'

/** Tells in passing that something went well. */
export function useNotify(): (message: string) => void {
  const words = useFrameWords()
  return (message) => {
    notifications.show({ message, closeButtonProps: { 'aria-label': words('closeNotice') } })
  }
}
