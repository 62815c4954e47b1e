/** As many bytes of the beginning as the table needs. */
export const HEAD_BYTES = 4_096
const UNKNOWN = 'application/octet-stream'
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** The types that browsers show without running anything in them. */
export const inlineTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

const magic: readonly (readonly [string, (head: Buffer) => boolean])[] = [
  ['image/png', (head) => begins(head, '\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (head) => begins(head, '\xff\xd8\xff')],
  ['image/gif', (head) => begins(head, 'GIF87a') || begins(head, 'GIF89a')],
  ['image/webp', (head) => begins(head, 'RIFF') && head.toString('latin1', 8, 12) === 'WEBP'],
  ['application/pdf', (head) => begins(head, '%PDF-')],
  [`${OFFICE}.wordprocessingml.document`, (head) => isOffice(head, 'word/')],
  [`${OFFICE}.spreadsheetml.sheet`, (head) => isOffice(head, 'xl/')],
  [`${OFFICE}.presentationml.presentation`, (head) => isOffice(head, 'ppt/')],
  ['application/zip', (head) => begins(head, 'PK\x03\x04') || begins(head, 'PK\x05\x06')],
]

/**
 * Tells a type by the bytes, never by the name. `isText` says that the whole content is UTF-8 without NUL: then it is
 * plain text, also when a browser would have read a page, a drawing or a script in it.
 */
export function sniff(head: Buffer, isText: boolean): string {
  const known = magic.find(([, matches]) => matches(head))?.[0]
  return known ?? (isText ? 'text/plain' : UNKNOWN)
}

function begins(head: Buffer, bytes: string): boolean {
  return head.toString('latin1', 0, bytes.length) === bytes
}

function isOffice(head: Buffer, folder: string): boolean {
  if (!begins(head, 'PK\x03\x04')) return false
  const names = head.toString('latin1')
  return names.includes('[Content_Types].xml') && names.includes(folder)
}
