/** Where the browser keeps `light`, `dark` or `auto`. */
export const COLOR_SCHEME_STORAGE_KEY = 'timedesk.color-scheme'

const FILE_NAME = 'color-scheme.js'

const SOURCE = `(function () {
  var scheme = 'auto'
  try { scheme = localStorage.getItem('${COLOR_SCHEME_STORAGE_KEY}') || 'auto' } catch (error) { void error }
  var isDark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  var root = document.documentElement
  root.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')
  root.style.colorScheme = isDark ? 'dark' : 'light'
  root.style.background = isDark ? '#12161a' : '#f6f4f0'
  addEventListener('load', function () { root.style.colorScheme = ''; root.style.background = '' })
})()
`

type DevelopmentServer = {
  middlewares: {
    use: (
      path: string,
      handle: (
        request: unknown,
        response: { setHeader: (name: string, value: string) => void; end: (body: string) => void },
      ) => void,
    ) => void
  }
}

type EmitFile = (file: { type: 'asset'; fileName: string; source: string }) => unknown

/**
 * A Vite plugin that puts a small blocking script of its own file in the head, so that the first paint has the
 * chosen colour scheme. It is a file because the content security policy refuses inline scripts.
 */
export function colorSchemePlugin() {
  let base = '/'
  return {
    name: 'timedesk-color-scheme',
    configResolved(config: { base: string }) {
      base = config.base
    },
    configureServer(server: DevelopmentServer) {
      server.middlewares.use(`${base}${FILE_NAME}`, (_request, response) => {
        response.setHeader('content-type', 'text/javascript')
        response.end(SOURCE)
      })
    },
    generateBundle(this: { emitFile: EmitFile }) {
      this.emitFile({ type: 'asset', fileName: FILE_NAME, source: SOURCE })
    },
    transformIndexHtml() {
      return [{ tag: 'script', attrs: { src: `${base}${FILE_NAME}` }, injectTo: 'head-prepend' as const }]
    },
  }
}
