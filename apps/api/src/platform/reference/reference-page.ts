import { html, type Html } from '../web/html.ts'
import { page } from '../web/page.ts'
import type { OpenApi, Operation } from './document.ts'
import type { Parameter } from './parameters.ts'
import { paragraphs, prose } from './prose.ts'
import type { Schema } from './schemas.ts'

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

type Placed = { method: string; path: string; operation: Operation }

/** The document for readers: everything that it says of each route, without a script. */
export function referencePage(document: OpenApi): string {
  const placed = Object.entries(document.paths)
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({ method, path, operation })),
    )
    .sort((a, b) => a.path.localeCompare(b.path) || METHODS.indexOf(a.method) - METHODS.indexOf(b.method))
  const groups = document.tags.map((tag) => ({
    ...tag,
    routes: placed.filter(({ operation }) => operation.tags[0] === tag.name),
  }))
  return page(
    'en',
    'Timedesk API',
    html`${paragraphs((document.info.description as string).replace('The API of Timedesk. ', ''))}
      <p><a href="/api/openapi.json">OpenAPI 3.1 document</a> · <a href="/api/docs/problems">All refusals</a></p>
      <nav aria-label="Groups">
        <ul>
          ${groups.map(({ name }) => html`<li><a href="#${anchorOf(name)}">${name}</a></li>`)}
        </ul>
      </nav>
      ${groups.map(
        ({ name, description, routes }) =>
          html`<section aria-labelledby="${anchorOf(name)}">
            <h2 id="${anchorOf(name)}">${name}</h2>
            <p>${description}</p>
            ${routes.map((route) => describe(route, document))}
          </section>`,
      )}`,
  )
}

function anchorOf(tag: string): string {
  return `tag-${tag.toLowerCase().replaceAll(/[^a-z]+/gu, '-')}`
}

function describe({ method, path, operation }: Placed, document: OpenApi): Html {
  return html`<details id="${operation.operationId}">
    <summary>
      <code class="method">${method.toUpperCase()}</code><code>${path}</code
      ><span class="soft">${operation.summary}</span>
    </summary>
    <div>
      ${paragraphs(operation.description)} ${describeParameters(operation, document)} ${describeBody(operation)}
      ${Object.entries(operation.responses).map(([status, response]) => describeResponse(status, response, document))}
    </div>
  </details> `
}

function describeParameters({ parameters = [] }: Partial<Operation>, document: OpenApi): Html | null {
  if (parameters.length === 0) return null
  const shared = document.components.parameters as Record<string, Parameter>
  const all = parameters.map((given) => ('$ref' in given ? shared[nameIn(given)] : given) as Parameter)
  return html`<h3>Parameters</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">In</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${all.map(
          ({ name, in: place, required, description, schema, example }) =>
            html`<tr>
              <td><code>${name}</code>${required ? html` <span class="soft">required</span>` : null}</td>
              <td>${place}</td>
              <td>
                ${description === undefined ? null : prose(`${description} `)}<span class="soft"
                  >${typeOf(schema)}such as <code>${shown(example)}</code></span
                >
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`
}

function describeBody({ requestBody, operationId }: Operation): Html | null {
  if (requestBody === undefined) return null
  return html`<h3>Body</h3>
    ${Object.entries(requestBody.content).map(([type, { schema, example }]) => {
      if (example !== undefined)
        return html`<p class="soft"><code>${type}</code></p>
          ${block(example, `Body of ${operationId}`)}`
      const parts = Object.keys(schema.properties ?? {})
      return html`<p><code>${type}</code> with the parts ${parts.map((part) => html`<code>${part}</code> `)}</p>`
    })}`
}

function describeResponse(status: string, given: Schema, document: OpenApi): Html {
  if ('$ref' in given) {
    const codes = nameIn(given).split('.')
    const { description } = document.components.responses[nameIn(given)] as { description: string }
    return html`<h4>
        ${status} — ${codes.map((code) => html`<a href="/api/docs/problems#${code}"><code>${code}</code></a> `)}
      </h4>
      <p class="soft">${prose(description.replaceAll(/ \(`\w+`\)/gu, ''))}</p>`
  }
  const { description, content = {} } = given as {
    description: string
    content?: Record<string, { example?: unknown }>
  }
  return html`<h4>${status} — ${description}</h4>
    ${Object.entries(content).map(([type, { example }]) =>
      example === undefined ? html`<p><code>${type}</code></p>` : block(example, `Answer ${status}`),
    )}`
}

function block(example: unknown, label: string): Html {
  return html`<pre tabindex="0" aria-label="${label}">
${typeof example === 'string' ? example : JSON.stringify(example, null, 2)}</pre>`
}

function typeOf({ type, enum: values, format }: Schema): string {
  if (Array.isArray(values)) return `one of ${values.join(', ')}, `
  return [type, format].flatMap((word) => (typeof word === 'string' ? [`${word}, `] : [])).join('')
}

function shown(example: unknown): string {
  return Array.isArray(example) ? example.join(',') : String(example)
}

function nameIn({ $ref }: Schema): string {
  return String($ref).split('/').at(-1) ?? ''
}
