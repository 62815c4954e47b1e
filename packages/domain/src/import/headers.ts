/**
 * Where each column stands, by its header. Headers are trimmed, a byte order mark is dropped,
 * and of equal headers the second is `Variant#2`, the third `Variant#3`.
 */
export function columnsByName(headers: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>()
  for (const [index, header] of headers.entries()) {
    const name = header.replace(/^\uFEFF/, '').trim()
    let numbered = name
    for (let count = 2; columns.has(numbered); count += 1) numbered = `${name}#${String(count)}`
    columns.set(numbered, index)
  }
  return columns
}
