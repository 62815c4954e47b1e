/// <reference lib="dom" />
/** The elements at a path of local names below another, such as `TaxTotal/TaxSubtotal`. */
export function elementsAt(from: Element, path: string): Element[] {
  return path
    .split('/')
    .reduce<Element[]>(
      (found, name) => found.flatMap((element) => [...element.children].filter(({ localName }) => localName === name)),
      [from],
    )
}

export function textsAt(from: Element, path: string): string[] {
  return elementsAt(from, path).map(({ textContent }) => textContent)
}

export function readUbl(xml: string): Element {
  return new DOMParser().parseFromString(xml, 'application/xml').documentElement
}
