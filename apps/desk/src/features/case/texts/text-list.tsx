import type { RenderedText } from '@timedesk/contracts/canned-texts'

import { OptionList, optionId as idOfOption } from '../writing/completion/option-list.tsx'
import { useCannedWords } from './use-canned-words.ts'

type TextListProps = {
  id: string
  texts: readonly RenderedText[]
  activeIndex: number
  onActive: (index: number) => void
  onChoose: (text: RenderedText) => void
}

/** The id of an option, for what points at the chosen one. */
export function optionId(listId: string, text: RenderedText): string {
  return idOfOption(listId, text)
}

/** Texts as things to choose from, each with how it begins. */
export function optionsOf(texts: readonly RenderedText[]) {
  return texts.map((text) => ({
    ...{ id: text.id, name: text.name, code: `::${text.shortcut}`, detail: text.body, reason: undefined, text },
  }))
}

/** Texts to choose from. The focus stays in the field that the list belongs to. */
export function TextList({ texts, onChoose, ...list }: TextListProps) {
  const words = useCannedWords()
  return (
    <OptionList {...list} label={words('list')} options={optionsOf(texts)} onChoose={({ text }) => onChoose(text)} />
  )
}
