import { useEffect, useEffectEvent, useImperativeHandle, type Ref } from 'react'

import { useActiveOption } from '../../texts/use-active-option.ts'
import { OptionList, optionId, type Option } from './option-list.tsx'

export type SuggestionKeys = { onKey: (event: KeyboardEvent) => boolean }

/** Where and how suggestions are shown, whatever they are. */
export type SuggestionPlace = {
  listId: string
  query: string
  place: { left: number; top: number; bottom: number }
  keys: Ref<SuggestionKeys>
  onActive: (optionId: string | null) => void
  onClose: () => void
}

type SuggestionsProps<Known extends Option> = SuggestionPlace & {
  label: string
  options: readonly Known[]
  /** What is to be said of them: that they are looked for, how many there are, that there are none. */
  state: string
  onChoose: (option: Known) => void
}

const GAP_PX = 6
const WIDTH_PX = 360

/** What fits to that which is typed, beside it; the editor keeps the focus and lends its keys. */
export function Suggestions<Known extends Option>(props: SuggestionsProps<Known>) {
  const { listId, query, place, keys, label, options, state, onActive, onChoose, onClose } = props
  const active = useActiveOption(options.length, query)
  const chosen = options[active.index]
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
      if (chosen.reason === undefined) onChoose(chosen)
      return true
    },
  }))

  return (
    <div className="desk-texts-popup" style={placeOn(place)}>
      {options.length > 0 && (
        <OptionList
          id={listId}
          label={label}
          options={options}
          activeIndex={active.index}
          onActive={active.choose}
          onChoose={onChoose}
        />
      )}
      <p role="status" className={options.length > 0 ? 'desk-texts-keys' : 'desk-texts-empty'}>
        {state}
      </p>
    </div>
  )
}

/** Below the sign while there is more room below, else above; never beyond the edge. */
function placeOn({ left, top, bottom }: SuggestionPlace['place']) {
  const { innerWidth, innerHeight } = window
  const isAbove = top > innerHeight - bottom
  return {
    left: Math.max(GAP_PX, Math.min(left, innerWidth - WIDTH_PX - GAP_PX)),
    ...(isAbove ? { bottom: innerHeight - top + GAP_PX } : { top: bottom + GAP_PX }),
  }
}
