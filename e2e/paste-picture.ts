type Clipboard = { items: { add: (file: object) => unknown } }
type Pasting = {
  File: new (parts: Uint8Array[], name: string, options: { type: string }) => object
  DataTransfer: new () => Clipboard
  ClipboardEvent: new (
    name: string,
    options: { clipboardData: Clipboard; bubbles: boolean; cancelable: boolean },
  ) => object
}

/** Pastes a PNG picture (base64) into an element, as from the clipboard. Runs in the page. */
export function pastePicture(element: object, picture: string): void {
  // The page's globals, which the types of Node lack.
  const { File, DataTransfer, ClipboardEvent } = globalThis as unknown as Pasting
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.codePointAt(0) ?? 0)
  const clipboardData = new DataTransfer()
  clipboardData.items.add(new File([bytes], 'error.png', { type: 'image/png' }))
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  ;(element as { dispatchEvent: (event: object) => void }).dispatchEvent(event)
}
