import { Keys } from '@timedesk/ui/keys'

import { usePaletteWords } from './use-palette-words.ts'

/** The keys that work in the palette. */
export function PaletteFoot({ isDeeper }: { isDeeper: boolean }) {
  const words = usePaletteWords()
  const keys = [
    ['↑ ↓', words('footChoose')],
    ['Enter', words('footDo')],
    ...(isDeeper ? [['Backspace', words('footBack')] as const] : []),
    ['Esc', words('footClose')],
  ] as const
  return (
    <ul className="desk-palette-foot">
      {keys.map(([key, does]) => (
        <li key={key}>
          <KeyCaps of={key} /> {does}
        </li>
      ))}
    </ul>
  )
}

/** Keys beside one another; a sequence would say “then” between them. */
function KeyCaps({ of }: { of: string }) {
  return of.split(' ').map((key) => <Keys key={key} keys={key} />)
}
