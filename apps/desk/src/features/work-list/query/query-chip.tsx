import { IconArrowBackUp, IconLock, IconX } from '@tabler/icons-react'

import { useQueryWords } from './use-query-words.ts'

type QueryChipProps = { name: string; isLocked: boolean; onEdit: () => void; onRemove: () => void }

/** A part of one's own: pressed, it is written anew. */
export function QueryChip({ name, isLocked, onEdit, onRemove }: QueryChipProps) {
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

type ViewChipProps = { name: string; isLeftOut: boolean; onPress: () => void }

/** A part of the view's own: it holds, and only the text changes it; or the list does without it, and takes it back. */
export function ViewChip({ name, isLeftOut, onPress }: ViewChipProps) {
  const words = useQueryWords()
  const label = words(isLeftOut ? 'leftOut' : 'ofView', { name })
  const Sign = isLeftOut ? IconArrowBackUp : IconLock
  return (
    <li className="desk-query-chip" data-of-view={isLeftOut ? 'left-out' : 'held'}>
      <button type="button" className="desk-query-edit td-focus" aria-label={label} title={label} onClick={onPress}>
        <Sign size={12} stroke={2} aria-hidden="true" />
        <span>{name}</span>
      </button>
    </li>
  )
}
