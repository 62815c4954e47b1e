import { ActionIcon, Button } from '@mantine/core'
import { IconCode, IconLayoutList, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { parseQuery } from '@timedesk/domain/query/parse-query'
import { useId, useState, type RefObject } from 'react'

import { caseQueries } from '../../../shared/cases/case-queries.ts'
import type { ListState } from '../use-list-state.ts'
import { useWorkListWords } from '../use-work-list-words.ts'
import { chipsLeftOut, chipsOf, withLeftOut, withoutChip, withTerms, type Chip } from './chips.ts'
import './query.css'
import { ProblemNotes } from './problem-notes.tsx'
import { QueryChip, ViewChip } from './query-chip.tsx'
import { QueryInput } from './query-input.tsx'
import { refusedParts } from './refused-parts.ts'
import { useChipWords } from './use-chip-words.ts'
import { exchanged, type TextProblem } from './use-problem-sentence.ts'
import { useQueryWords } from './use-query-words.ts'

type QueryBoxProps = {
  list: ListState
  inputRef: RefObject<HTMLInputElement | null>
}

/** What is being written: a term more, one that is changed, or the whole as text; `problems` since it was last taken. */
type Writing = { text: string; isWhole: boolean; problems: readonly TextProblem[] }

/**
 * The query of the list as parts that can be changed and taken away, and as the text that they are. As soon as it is not
 * just the view's, what the view says itself stands before one's own parts, and what of it the list does without too.
 */
export function QueryBox({ list, inputRef }: QueryBoxProps) {
  const words = useQueryWords()
  const listWords = useWorkListWords()
  const noteId = useId()
  const { q, view } = list
  const refused = useRefused(list)
  const [writing, setWriting] = useState<Writing | null>(null)
  const isWhole = writing?.isWhole ?? refused.length > 0
  const text = writing?.text ?? (isWhole ? q : '')
  const problems = writing === null ? refused : writing.problems
  const isShown = !isWhole && q !== view.query
  const chips = isShown ? chipsOf(q, view.query) : []
  const held = chips.filter(({ isOfView }) => isOfView)
  const own = chips.filter(({ isOfView }) => !isOfView)
  const leftOut = isShown ? chipsLeftOut(q, view.query) : []
  const sayChip = useChipWords([...chips, ...leftOut])

  const take = (taken: string) => {
    const found = parseQuery(taken).problems
    if (found.length > 0) {
      setWriting({ text: taken, isWhole, problems: found })
      return
    }
    setWriting(null)
    list.change({ q: isWhole ? taken : withTerms(q, taken) })
  }
  const turn = () => {
    setWriting(isWhole ? null : { text: withTerms(q, text), isWhole: true, problems: [] })
    inputRef.current?.focus()
  }
  const edit = (chip: Chip) => {
    list.change({ q: withoutChip(q, chip) })
    setWriting({ text: chip.text, isWhole: false, problems: [] })
    inputRef.current?.focus()
  }

  return (
    <div className="desk-query">
      <div
        className="desk-query-box"
        data-wrong={problems.length > 0 || undefined}
        data-changed={list.isChanged || undefined}
      >
        <IconSearch className="desk-query-sign" size={16} stroke={1.6} aria-hidden="true" />
        <div className="desk-query-line">
          {chips.length + leftOut.length > 0 && (
            <ul className="desk-query-chips" aria-label={words('chips')}>
              {held.map((chip) => (
                <ViewChip key={keyOf(chip)} name={sayChip(chip)} isLeftOut={false} onPress={turn} />
              ))}
              {leftOut.map((chip) => (
                <ViewChip
                  key={`left out ${keyOf(chip)}`}
                  name={sayChip(chip)}
                  isLeftOut
                  onPress={() => list.change({ q: withLeftOut(q, chip) })}
                />
              ))}
              {own.map((chip) => (
                <QueryChip
                  key={keyOf(chip)}
                  name={sayChip(chip)}
                  isLocked={chip.node === null}
                  onEdit={() => edit(chip)}
                  onRemove={() => list.change({ q: withoutChip(q, chip) })}
                />
              ))}
            </ul>
          )}
          <QueryInput
            inputRef={inputRef}
            value={text}
            onChange={(next) => setWriting({ text: next, isWhole, problems: [] })}
            onCommit={take}
            onLeave={() => {
              setWriting(null)
              inputRef.current?.blur()
            }}
            onBackspace={() => {
              const last = own.at(-1)
              if (last !== undefined) edit(last)
            }}
            takesValues={!isWhole}
            problems={problems}
            label={listWords('search')}
            placeholder={isShown || isWhole ? '' : listWords('searchPlaceholder')}
            describedBy={problems.length > 0 ? noteId : undefined}
          />
        </div>
        {list.isChanged && (
          <Button variant="subtle" size="compact-xs" onClick={() => list.change({ q: null, sort: null, group: null })}>
            {words('clear')}
          </Button>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words(isWhole ? 'asChips' : 'asText')}
          title={words(isWhole ? 'asChips' : 'asText')}
          aria-pressed={isWhole}
          onClick={turn}
        >
          {isWhole ? <IconLayoutList size={17} stroke={1.6} /> : <IconCode size={17} stroke={1.6} />}
        </ActionIcon>
      </div>
      <ProblemNotes
        id={noteId}
        text={text}
        problems={problems}
        onExchange={(problem, by) => take(exchanged(text, problem, by))}
      />
    </div>
  )
}

const keyOf = ({ place, text }: Chip) => `${String(place)} ${text}`

/** What the API found wrong with the text that the list was asked by. */
function useRefused({ query }: ListState): readonly TextProblem[] {
  const { error } = useInfiniteQuery({ ...caseQueries.list(query), notifyOnChangeProps: ['error'] })
  return refusedParts(error)
}
