import './marks.css'

const HUES = 8
const INITIALS_MAX = 2

type PersonAvatarProps = {
  name: string
  /** Pixels; 28 unless told. */
  size?: number
  /** Says the name to a screen reader, for when it does not stand beside the avatar. */
  isNamed?: boolean
}

/** A person as initials on a colour that stays the same for the same name. */
export function PersonAvatar({ name, size = 28, isNamed = false }: PersonAvatarProps) {
  const naming = isNamed ? ({ role: 'img', 'aria-label': name } as const) : ({ 'aria-hidden': true } as const)
  return (
    <span
      className="td-avatar"
      data-hue={hueOf(name)}
      data-initials={initialsOf(name)}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
      title={name}
      {...naming}
    />
  )
}

/** The first letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const chosen = words.length > INITIALS_MAX ? [words[0], words.at(-1)] : words
  return chosen
    .map((word) =>
      String.fromCodePoint(word?.codePointAt(0) ?? 0x20)
        .trim()
        .toLocaleUpperCase(),
    )
    .join('')
}

function hueOf(name: string): number {
  let sum = 0
  for (const character of name) {
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  }
  return sum % HUES
}
