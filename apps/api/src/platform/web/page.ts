import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { Html, html } from './html.ts'

const MARK = new Html(
  '<svg class="mark" viewBox="0 0 28 28" width="32" height="32" aria-hidden="true"><rect width="28" height="28" rx="8" fill="#1b5d69"/><path d="M8 8.5h12M14 8.5V20" stroke="#fff" stroke-width="2.6" stroke-linecap="round" fill="none"/><circle cx="20" cy="18.6" r="2.2" fill="#f0b849"/></svg>',
)

const STYLE = `
:root { color-scheme: light dark; --ground: #f6f4f0; --sheet: #fff; --ink: #23211e; --soft: #67635b; --line: #d9d5cd; --link: #1b5d69 }
@media (prefers-color-scheme: dark) { :root { --ground: #12161a; --sheet: #181d22; --ink: #e4e7e9; --soft: #a9b1b8; --line: #3a434b; --link: #88bdc5 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem }
h1 { display: flex; align-items: center; gap: .75rem; font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem } h3 { font-size: 1.05rem; margin: 0 } h4 { font-size: .9rem; margin: 1rem 0 .25rem; color: var(--soft) }
a { color: var(--link); text-underline-offset: .2em } a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px }
p { margin: 0 0 1rem } .soft { color: var(--soft) }
code, pre { font: .875em/1.5 ui-monospace, 'Cascadia Mono', Menlo, monospace; overflow-wrap: anywhere }
pre { margin: .25rem 0 .75rem; padding: .75rem; background: var(--ground); border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; white-space: pre; overflow-wrap: normal }
.doors { list-style: none; margin: 2rem 0; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)) }
.doors a, details, .row { display: block; background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.25rem }
.doors a { color: inherit; text-decoration: none; height: 100% } .doors strong { color: var(--link); font-size: 1.1rem } .doors a:hover { border-color: var(--link) }
details { margin: .5rem 0; padding: 0 } summary { cursor: pointer; padding: .75rem 1.25rem; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline } details > div { padding: 0 1.25rem 1rem }
.method { font-weight: 700; min-width: 3.75rem } table { border-collapse: collapse; width: 100%; margin: .25rem 0 .75rem } th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line) } th { font-size: .85rem; color: var(--soft) }
.row { margin: .75rem 0 } .row h2 { margin-top: 0 } .row pre { margin-bottom: 0 } .row:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link) } nav ul { columns: 14rem auto; padding-left: 1.1rem }`

// Made here, because the policy holds for these very characters.
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`)

export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A page of the server's own: one file, no script, nothing from elsewhere. */
export function page(language: 'en' | 'da', title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <h1>${MARK}${title}</h1>
          ${content}
        </main>
      </body>
    </html> `.text
}

export function sendPage(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply
    .code(status)
    .headers({ 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-cache', 'x-robots-tag': 'noindex' })
    .type('text/html; charset=utf-8')
    .send(text)
}
