import { refusals, type RefusalCode } from '@timedesk/contracts/refusal'
import { html, type Html } from '../web/html.ts'
import { page } from '../web/page.ts'
import { explanations } from './explanations.ts'
import { prose } from './prose.ts'
import { problemExample } from './responses.ts'

/** Every refusal, each at the anchor that its problem documents point to. */
export function problemsPage(): string {
  const codes = Object.keys(refusals) as RefusalCode[]
  return page(
    'en',
    'Refusals of the API',
    html`<p>
        Every “no” of the API is a problem document (RFC 9457) with one of these codes. Codes never change their
        meaning. <a href="/api/docs">Back to the reference</a>
      </p>
      <nav aria-label="Codes">
        <ul>
          ${codes.map(
            (code) =>
              html`<li>
                <a href="#${code}"><code>${code}</code></a>
              </li>`,
          )}
        </ul>
      </nav>
      ${codes.map(describe)}`,
  )
}

function describe(code: RefusalCode): Html {
  const { status, title } = refusals[code]
  return html`<section class="row" id="${code}">
    <h2><code>${code}</code></h2>
    <p class="soft">${status} · ${title}</p>
    <p>${prose(explanations[code])}</p>
    <pre tabindex="0" aria-label="Example of ${code}">${JSON.stringify(problemExample(code), null, 2)}</pre>
  </section>`
}
