/** An empty line says as much as none. */
export function textOrNull(text: string | null): string | null {
  return text === '' ? null : text
}
