import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'

import type { MarkdownEditorProps } from './markdown-editor.tsx'

const EDITOR_HEIGHT = 152

const Editor = lazy(async () => ({ default: (await import('./markdown-editor.tsx')).MarkdownEditor }))

/** The rich editor in a file of its own, fetched when it first appears. */
export function LazyMarkdownEditor(props: MarkdownEditorProps) {
  return (
    <Suspense fallback={<Skeleton height={EDITOR_HEIGHT} radius="md" />}>
      <Editor {...props} />
    </Suspense>
  )
}
