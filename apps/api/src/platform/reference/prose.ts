import { html, type Html } from '../web/html.ts'

/** Text with `code`, **strong words** and [links](address), as the descriptions of the document use them. */
export function prose(text: string): Html[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\))/u).map((part) => {
    if (part.startsWith('`')) return html`<code>${part.slice(1, -1)}</code>`
    if (part.startsWith('**')) return html`<strong>${part.slice(2, -2)}</strong>`
    const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/u.exec(part)
    return link === null ? html`${part}` : html`<a href="${link[2] ?? ''}">${link[1] ?? ''}</a>`
  })
}

/** The same, with an empty line between paragraphs. */
export function paragraphs(text: string): Html[] {
  return text.split('\n\n').map((part) => html`<p>${prose(part)}</p>`)
}
