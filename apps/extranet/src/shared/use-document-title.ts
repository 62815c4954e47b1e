import { useEffect } from 'react'

/** Names the page in the browser's tab for as long as it is on the screen. */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = title
  }, [title])
}
