import { notifications } from '@mantine/notifications'

import { useProblem } from '../problems/use-problem.ts'

/** Says in a corner of the screen how a deed went that has no form of its own. Give the result to `mutate`. */
export function useTell(): (done: string) => { onSuccess: () => void; onError: (error: unknown) => void } {
  const word = useProblem()
  return (done) => ({
    onSuccess: () => void notifications.show({ message: done }),
    onError: (error) => {
      const { title, detail } = word(error)
      notifications.show({ color: 'red', title, message: detail, autoClose: false })
    },
  })
}
