/** An element by its prefixed name, with its attributes and either a text or elements inside it. */
export type XmlElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  content: string | readonly XmlElement[]
}

/** What may stand where an element is left out. */
export type XmlPart = XmlElement | null

/** XML 1.0 has no way to write these, not even as references; half a surrogate pair is mended apart. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const REPLACEMENT = '\uFFFD'

/** A carriage return would be read back as a line feed, and in an attribute so would all white space. */
const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = {
  ...TEXT_ESCAPES,
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
}

/**
 * An element, or null when there is nothing to put in it: no text but white space, or none of its parts. So what is
 * not known leaves no empty element behind (PEPPOL-EN16931-R008), however deep.
 */
export function xmlElement(
  name: string,
  content: string | readonly XmlPart[],
  attributes: Readonly<Record<string, string>> = {},
): XmlPart {
  if (typeof content === 'string') {
    const text = content.trim()
    return text === '' ? null : { name, attributes, content: text }
  }
  const parts = content.filter((part) => part !== null)
  return parts.length === 0 ? null : { name, attributes, content: parts }
}

/**
 * A whole XML 1.0 document in UTF-8, an element a line. Well-formed whatever the texts hold: what has a meaning in XML
 * is escaped, and characters that XML cannot hold become U+FFFD.
 */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '')}`
}

function elementText({ name, attributes, content }: XmlElement, indent: string): string {
  const attributesText = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escape(value, /[&<>"\t\n\r]/g, ATTRIBUTE_ESCAPES)}"`)
    .join('')
  const inside =
    typeof content === 'string'
      ? xmlText(content)
      : `\n${content.map((part) => elementText(part, `${indent}  `)).join('')}${indent}`
  return `${indent}<${name}${attributesText}>${inside}</${name}>\n`
}

/** A text as it stands inside of an element. */
export function xmlText(text: string): string {
  return escape(text, /[&<>\r]/g, TEXT_ESCAPES)
}

function escape(text: string, characters: RegExp, escapes: Readonly<Record<string, string>>): string {
  return text
    .toWellFormed()
    .replaceAll(UNWRITABLE, REPLACEMENT)
    .replaceAll(characters, (character) => escapes[character] ?? character)
}
