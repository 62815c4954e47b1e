import { useLocation } from 'react-router'

import { LinkTabs } from '../../shared/lists/link-tabs.tsx'
import { paths } from '../../shared/paths.ts'
import { useTextWords } from './use-text-words.ts'

/** What is kept to be said again: texts alone, and texts with changes. */
export function TextTabs() {
  const words = useTextWords()
  const { pathname } = useLocation()
  const tab = (href: string, label: string) => ({ href, label, isHere: pathname === href })
  return (
    <LinkTabs
      label={words('tabs')}
      tabs={[tab(paths.cannedTexts, words('textsTab')), tab(paths.macros, words('macrosTab'))]}
    />
  )
}
