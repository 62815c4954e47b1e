import type { AnyInput, Page } from './call-input.ts'

const PAGES_MAX = 1_000

type Input = AnyInput & { pagesMax?: number | undefined }
type ReadPage = (input: AnyInput) => Promise<Page<unknown>>

/** Reads page after page by their cursors, at most `pagesMax` of them; stops when the list ends or its reader does. */
export async function* readPages(
  read: ReadPage,
  { pagesMax = PAGES_MAX, ...input }: Input = {},
): AsyncGenerator<Page<unknown>, void, undefined> {
  let query = input.query as object | undefined
  for (let count = 0; count < pagesMax; count += 1) {
    const page = await read({ ...input, query })
    yield page
    if (!page.page.hasMore || page.page.after === null) return
    query = { ...query, after: page.page.after }
  }
}

/** The items of all those pages, one by one. */
export async function* readItems(read: ReadPage, input?: Input): AsyncGenerator<unknown, void, undefined> {
  for await (const page of readPages(read, input)) yield* page.data
}
