import { useNavigate } from 'react-router'

import { places } from '../../shared/places/places.ts'
import { useFrameWords } from '../../shared/places/use-frame-words.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { useSettingPages } from '../../shared/setting-pages/use-setting-pages.ts'
import { best } from './match-words.ts'
import type { PaletteEntry } from './palette-entry.ts'
import { usePaletteWords } from './use-palette-words.ts'

const PAGES_SHOWN = 5

/** Pages and settings that fit; settings also by what is on them. */
export function usePageEntries(typed: string): PaletteEntry[] {
  const words = usePaletteWords()
  const frameWords = useFrameWords()
  const may = useMay()
  const navigate = useNavigate()
  const settings = useSettingPages()
  if (typed === '') return []
  const isSetting = new Set(settings.map(({ href }) => href))
  const pages = places
    .filter(({ permission, href }) => may(permission) && !isSetting.has(href))
    .map(({ words: name, href, group }) => ({ name: frameWords(name), group: frameWords(group), href }))
  return [
    ...best(pages, typed, ({ name, group }) => [name, group])
      .slice(0, PAGES_SHOWN)
      .map(({ name, group, href }) => ({
        id: `page.${href}`,
        group: words('pages'),
        label: name,
        detail: group,
        run: () => void navigate(href),
      })),
    ...best(settings, typed, ({ title, text, words: others }) => [title, `${text} ${others}`])
      .slice(0, PAGES_SHOWN)
      .map(({ title, text, href }) => ({
        id: `page.${href}`,
        group: words('settings'),
        label: title,
        detail: text,
        run: () => void navigate(href),
      })),
  ]
}
