import axe from 'axe-core'

/**
 * The names of the accessibility rules that `element` breaks, with what breaks them; empty when it breaks none.
 * Colours are measured in a browser instead, since jsdom does not paint.
 */
export async function axeViolations(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}
