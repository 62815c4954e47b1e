import { FILE_NAME_LENGTH_MAX } from '@timedesk/contracts/limits'

const NAMELESS = 'file'
const EXTENSION_LENGTH_MAX = 16
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

/**
 * A name that can be shown and saved anywhere: the last part of a path, without control, formatting and direction
 * characters, without dots or dashes in front, and at most FILE_NAME_LENGTH_MAX characters with its extension kept.
 */
export function cleanFileName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/u).at(-1) ?? ''
  const visible = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replaceAll(/["*:<>?|]/gu, '_')
    .replace(/^[\s.-]+/u, '')
    .replace(/[\s.]+$/u, '')
  const name = RESERVED.test(visible) ? `_${visible}` : visible
  return name === '' ? NAMELESS : shorten(name)
}

function shorten(name: string): string {
  if (name.length <= FILE_NAME_LENGTH_MAX) return name
  const characters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment)
  const dot = characters.lastIndexOf('.')
  const extension = dot > 0 && characters.length - dot <= EXTENSION_LENGTH_MAX ? characters.slice(dot).join('') : ''
  let stem = ''
  for (const character of characters) {
    if (stem.length + character.length + extension.length > FILE_NAME_LENGTH_MAX) break
    stem += character
  }
  return `${stem}${extension}`
}

/** A Content-Disposition header (RFC 6266) with the name in ASCII, and whole in UTF-8 (RFC 8187). */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]/gu, '_').replaceAll(/["\\%]/gu, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
