import { SegmentedControl } from '@mantine/core'
import { TextScope } from '@timedesk/contracts/texts'

import { ActiveSwitch } from '../../shared/lists/active-switch.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { SearchBox } from '../../shared/lists/search-box.tsx'
import type { UrlFilters } from '../../shared/lists/use-url-filters.ts'
import { useTextWords } from './use-text-words.ts'

/** Whose texts the address shows; everyone’s unless it says otherwise. */
export function scopeOf(asked: string | null | undefined): TextScope {
  return TextScope.options.find((scope) => scope === asked) ?? 'everyone'
}

/** Whose texts are shown, search words, and whether those out of use are shown too. */
export function ScopeTools({ filters, searchLabel }: { filters: UrlFilters; searchLabel: string }) {
  const words = useTextWords()
  return (
    <ListTools>
      <SegmentedControl
        size="sm"
        aria-label={words('whose')}
        value={scopeOf(filters.get('scope'))}
        onChange={(scope) => filters.set({ scope: scope === 'everyone' ? undefined : scope })}
        data={TextScope.options.map((scope) => ({ value: scope, label: words(`scope_${scope}`) }))}
      />
      <SearchBox filters={filters} label={searchLabel} />
      <ActiveSwitch filters={filters} />
    </ListTools>
  )
}
