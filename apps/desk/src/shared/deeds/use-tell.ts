import { notifications } from '@mantine/notifications'

import { useProblem } from '../problems/use-problem.ts'

type Told = { onSuccess: () => void; onError: (error: unknown) => void }

/**
 * Says in a corner of the screen how a deed went that has no form of its own, and then does what follows. Give the
 * result to `mutate`; a form, which tells its problems itself, takes its `onSuccess` alone.
 */
export function useTell(): (done: string, follow?: () => void) => Told {
  const word = useProblem()
  return (done, follow) => ({
    onSuccess: () => {
      notifications.show({ message: done })
      follow?.()
    },
    onError: (error) => {
      const { title, detail } = word(error)
      notifications.show({ color: 'red', title, message: detail, autoClose: false })
    },
  })
}
