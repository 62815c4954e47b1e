import { Kbd } from '@mantine/core'
import { Fragment } from 'react'

import './inputs.css'
import { useKeyNames } from './use-shortcuts.ts'
import { useWords } from './use-words.ts'

/** Keys as they stand on the keyboard. */
export function Keys({ keys }: { keys: string }) {
  const words = useWords()
  const chords = useKeyNames(keys)
  return (
    <span className="td-kbd-sequence">
      {chords.map((chord, place) => (
        <Fragment key={`${String(place)} ${chord.join()}`}>
          {place > 0 && <small>{words('keyThen')}</small>}
          {chord.map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
