import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { nameOfPlace, placeOf, type Place } from './place-case.ts'
import { useAssign } from './use-assign.ts'
import { useBoardWords } from './use-board-words.ts'

const UNDO_MS = 10_000

/** Gives a case to somebody, says so in words and aloud, and offers to take it back for a while. */
export function useGive(departmentId: string | undefined) {
  const words = useBoardWords()
  const tell = useTell()
  const assign = useAssign(departmentId)
  const [told, setTold] = useState('')

  const say = (message: string, undo?: () => void) => {
    setTold(message)
    const id = notifications.show({
      autoClose: UNDO_MS,
      message: (
        <span className="desk-board-told">
          {message}
          {undo !== undefined && (
            <Button
              size="compact-xs"
              variant="light"
              onClick={() => {
                notifications.hide(id)
                undo()
              }}
            >
              {words('undo')}
            </Button>
          )}
        </span>
      ),
    })
  }
  // A row that has left its list is unmounted, and callbacks of `mutate` with it.
  const move = async (moved: CaseSummary, to: Place, done: () => void) => {
    try {
      await assign.mutateAsync({ moved, to })
      done()
    } catch (error) {
      tell('').onError(error)
    }
  }
  const give = (moved: CaseSummary, to: Place) => {
    const { number } = moved
    const takeBack = () => void move({ ...moved, ...to }, placeOf(moved), () => say(words('undone', { number })))
    void move(moved, to, () => say(words('assigned', { number, name: nameOfPlace(to) }), takeBack))
  }
  return { give, told }
}
