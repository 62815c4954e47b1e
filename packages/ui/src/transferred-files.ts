/** The files that were pasted or dropped, where files are what was meant. */
export function transferredFiles(transfer: DataTransfer | null): File[] {
  // A spreadsheet puts a picture of the cells beside their text; the text is what was meant.
  const hasText = transfer?.types.includes('text/plain') === true
  return hasText ? [] : [...(transfer?.files ?? [])]
}
