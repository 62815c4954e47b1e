import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'

/** Latin, Greek and Cyrillic, with figures of one width, so that amounts stand in columns. */
const FAMILY = '@expo-google-fonts/source-sans-3'
const files = {
  regular: '400Regular/SourceSans3_400Regular.ttf',
  strong: '600SemiBold/SourceSans3_600SemiBold.ttf',
} as const

export type FontName = keyof typeof files

const { resolve } = createRequire(import.meta.url)
const regular = readFont('regular')
const loaded: Readonly<Record<FontName, Buffer>> = { regular, strong: readFont('strong') }

const TAB = '    '
/** What is drawn for a character that the font does not have, once for a run of them. */
const MISSING = '□'
const glyphs = glyphsOf(regular)

export function registerFonts(pdf: PDFKit.PDFDocument): void {
  for (const [name, file] of Object.entries(loaded)) pdf.registerFont(name, file)
}

/**
 * A text as the font can draw it: composed, with plain line feeds and spaces, the no-break one kept, and without
 * characters that have no look of their own. A character without a glyph becomes an empty box, so that it is seen to be missing.
 */
export function printable(text: string): string {
  const plain = text
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', TAB)
    .replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu, '')
    .replaceAll(/[^\S\n\u00A0]/g, ' ')
  return Array.from(plain, (character) => (isDrawable(character) ? character : MISSING))
    .join('')
    .replaceAll(/□{2,}/g, MISSING)
}

function isDrawable(character: string): boolean {
  return character === '\n' || glyphs.has(character.codePointAt(0) ?? 0)
}

function glyphsOf(file: Buffer): ReadonlySet<number> {
  const font = create(file)
  if (!('characterSet' in font)) throw new TypeError('A collection of fonts where one was expected')
  return new Set(font.characterSet)
}

function readFont(name: FontName): Buffer {
  return readFileSync(resolve(`${FAMILY}/${files[name]}`))
}
