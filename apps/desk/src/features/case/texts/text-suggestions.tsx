import { useQuery } from '@tanstack/react-query'
import type { RenderedText } from '@timedesk/contracts/canned-texts'
import { useEffect, useEffectEvent, useImperativeHandle, type Ref } from 'react'

import { optionId, TextList } from './text-list.tsx'
import { textQueries } from './text-queries.ts'
import './texts.css'
import { useActiveOption } from './use-active-option.ts'
import { useCannedWords } from './use-canned-words.ts'

export type SuggestionKeys = { onKey: (event: KeyboardEvent) => boolean }

type TextSuggestionsProps = {
  caseId: string
  listId: string
  query: string
  place: { left: number; top: number; bottom: number }
  keys: Ref<SuggestionKeys>
  onActive: (optionId: string | null) => void
  onChoose: (text: RenderedText) => void
  onClose: () => void
}

const GAP_PX = 6
const WIDTH_PX = 360

/** The texts that fit what is typed behind `::`, beside it; the editor keeps the focus and lends its keys. */
export function TextSuggestions(props: TextSuggestionsProps) {
  const { caseId, listId, query, place, keys, onActive, onChoose, onClose } = props
  const words = useCannedWords()
  const found = useQuery(textQueries.found(caseId, query, false))
  const texts = found.data ?? []
  const active = useActiveOption(texts.length, query)
  const chosen = texts[active.index]
  const activeId = chosen === undefined ? null : optionId(listId, chosen)
  const tellActive = useEffectEvent(onActive)
  useEffect(() => tellActive(activeId), [activeId])

  useImperativeHandle(keys, () => ({
    onKey: (event) => {
      if (event.isComposing) return false
      if (event.key === 'Escape') {
        onClose()
        return true
      }
      if (active.onKey(event)) return true
      if ((event.key !== 'Enter' && event.key !== 'Tab') || event.ctrlKey || event.metaKey) return false
      if (chosen === undefined) return false
      onChoose(chosen)
      return true
    },
  }))

  const state = found.isPending
    ? words('searching')
    : found.isError
      ? words('failed')
      : texts.length > 0
        ? words('found', { count: texts.length })
        : query === ''
          ? words('none')
          : words('nothing', { query })
  return (
    <div className="desk-texts-popup" style={placeOn(place)}>
      {texts.length > 0 && (
        <TextList id={listId} texts={texts} activeIndex={active.index} onActive={active.choose} onChoose={onChoose} />
      )}
      <p role="status" className={texts.length > 0 ? 'desk-texts-keys' : 'desk-texts-empty'}>
        {state}
      </p>
    </div>
  )
}

/** Below the colons while there is more room below, else above; never beyond the edge. */
function placeOn({ left, top, bottom }: TextSuggestionsProps['place']) {
  const { innerWidth, innerHeight } = window
  const isAbove = top > innerHeight - bottom
  return {
    left: Math.max(GAP_PX, Math.min(left, innerWidth - WIDTH_PX - GAP_PX)),
    ...(isAbove ? { bottom: innerHeight - top + GAP_PX } : { top: bottom + GAP_PX }),
  }
}
