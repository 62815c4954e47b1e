type Resolve = (id: string) => string | undefined

/** Where the pictures of an editor are: those sent in this visit, and those the app knows of. */
export type PictureResolver = {
  learn: (id: string, url: string) => void
  askApp: (resolve: Resolve) => void
  urlOf: Resolve
}

/** A resolver that lives as long as its editor, while the app's own answer may change. */
export function createPictureResolver(resolve: Resolve): PictureResolver {
  const learnt = new Map<string, string>()
  let ask = resolve
  return {
    learn: (id, url) => {
      learnt.set(id, url)
    },
    askApp: (next) => {
      ask = next
    },
    urlOf: (id) => learnt.get(id) ?? ask(id),
  }
}
