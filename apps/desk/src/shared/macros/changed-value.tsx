import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { MacroPreview } from '@timedesk/contracts/macros'
import { useFormat } from '@timedesk/ui/format'
import { useStatusName } from '@timedesk/ui/status-pill'

import { settingQueries } from '../settings/setting-queries.ts'
import { useMacroChangeWords } from './use-macro-change-words.ts'

type Change = MacroPreview['changes'][number]

/** What a change takes away and what it puts in its place, or that nothing changes. */
export function ChangedValue({ change }: { change: Change }) {
  const words = useMacroChangeWords()
  const wordValue = useValueWords(change)
  const { kind, from, to, isChange } = change
  if (!isChange) {
    return (
      <>
        {wordValue(to)} <span className="desk-quiet">({words('already')})</span>
      </>
    )
  }
  if (kind === 'tags') return <ChangedTags before={tagsOf(from)} after={tagsOf(to)} />
  return (
    <>
      {from !== null && (
        <>
          <s>{wordValue(from)}</s>
          <IconArrowRight size={13} stroke={1.8} role="img" aria-label="→" />
        </>
      )}
      <strong>{wordValue(to)}</strong>
    </>
  )
}

/** Only the tags that come and go: the others stay as they are. */
function ChangedTags({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  return (
    <>
      {before
        .filter((tag) => !after.includes(tag))
        .map((tag) => (
          <s key={tag}>{tag}</s>
        ))}
      {after
        .filter((tag) => !before.includes(tag))
        .map((tag) => (
          <strong key={tag}>+ {tag}</strong>
        ))}
    </>
  )
}

function tagsOf(text: string | null): string[] {
  return text === null || text === '' ? [] : text.split(', ')
}

/** A value in the reader's language: standard statuses by their own words, minutes as hours. */
function useValueWords({ kind }: Change): (value: string | null) => string {
  const words = useMacroChangeWords()
  const format = useFormat()
  const statusName = useStatusName()
  const { data: statuses } = useQuery({ ...settingQueries.statuses(), enabled: kind === 'status' })
  return (value) => {
    if (value === null || value === '') return words('empty')
    if (kind === 'estimate' && /^\d+$/u.test(value)) return format.minutes(Number(value))
    const status = kind === 'status' ? statuses?.find(({ name }) => name === value) : undefined
    return status === undefined ? value : statusName(status)
  }
}
