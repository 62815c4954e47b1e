import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// TipTap asks where the text is painted, which jsdom does not know.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect = () => new DOMRect()
document.elementFromPoint = () => null

afterEach(() => {
  cleanup()
  localStorage.clear()
})
