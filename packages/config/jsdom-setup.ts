// What browsers have and jsdom lacks, as far as the components need it.

const ignore = () => undefined

class QuietObserver {
  observe = ignore
  unobserve = ignore
  disconnect = ignore
}

const matchNothing = (media: string) => ({
  media,
  matches: false,
  addEventListener: ignore,
  removeEventListener: ignore,
})

Object.assign(globalThis, {
  ResizeObserver: QuietObserver,
  IntersectionObserver: QuietObserver,
  matchMedia: matchNothing,
})
Element.prototype.scrollIntoView = ignore
Object.defineProperty(document, 'fonts', { value: new EventTarget() })
