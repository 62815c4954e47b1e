import { ActionIcon, Button } from '@mantine/core'
import { IconCode, IconLayoutList, IconLock, IconSearch, IconX } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { parseQuery } from '@timedesk/domain/query/parse-query'
import { useId, useState, type RefObject } from 'react'

import { caseQueries } from '../../../shared/cases/case-queries.ts'
import type { ListState } from '../use-list-state.ts'
import { useWorkListWords } from '../use-work-list-words.ts'
import { chipsOf, withoutChip, withTerms, type Chip } from './chips.ts'
import './query.css'
import { ProblemNote } from './problem-note.tsx'
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
 * The query of the list as parts that can be changed and taken away, and as the text that they are. What the view says
 * itself is left out of the parts, until somebody takes some of it away.
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
  const chips = chipsOf(q, view.query)
  const shown = isWhole ? [] : chips.filter(({ isOfView }) => !isOfView)
  const sayChip = useChipWords(shown)

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
      <div className="desk-query-box" data-wrong={problems.length > 0 || undefined}>
        <IconSearch className="desk-query-sign" size={16} stroke={1.6} aria-hidden="true" />
        <div className="desk-query-line">
          {shown.length > 0 && (
            <ul className="desk-query-chips" aria-label={words('chips')}>
              {shown.map((chip) => (
                <QueryChip
                  key={`${String(chip.place)} ${chip.text}`}
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
              const last = shown.at(-1)
              if (last !== undefined) edit(last)
            }}
            takesValues={!isWhole}
            problems={problems}
            label={listWords('search')}
            placeholder={shown.length > 0 || isWhole ? '' : listWords('searchPlaceholder')}
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
      <ProblemNote
        id={noteId}
        text={text}
        problem={problems[0]}
        onExchange={(problem, by) => take(exchanged(text, problem, by))}
      />
    </div>
  )
}

/** What the API found wrong with the text that the list was asked by. */
function useRefused({ query }: ListState): readonly TextProblem[] {
  const { error } = useInfiniteQuery({ ...caseQueries.list(query), notifyOnChangeProps: ['error'] })
  return refusedParts(error)
}

type QueryChipProps = { name: string; isLocked: boolean; onEdit: () => void; onRemove: () => void }

function QueryChip({ name, isLocked, onEdit, onRemove }: QueryChipProps) {
  const words = useQueryWords()
  return (
    <li className="desk-query-chip" data-locked={isLocked || undefined}>
      <button type="button" className="desk-query-edit td-focus" title={words('edit', { name })} onClick={onEdit}>
        {isLocked && <IconLock size={12} stroke={2} aria-hidden="true" />}
        {name}
      </button>
      <button
        type="button"
        className="td-chip-remove td-focus"
        aria-label={words('remove', { name })}
        onClick={onRemove}
      >
        <IconX size={13} stroke={2.2} aria-hidden="true" />
      </button>
    </li>
  )
}
