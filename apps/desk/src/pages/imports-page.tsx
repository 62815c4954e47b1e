import { PageHeader } from '@timedesk/ui/page-header'

import { ImportForm } from '../features/imports/import-form.tsx'
import { ImportList } from '../features/imports/import-list.tsx'
import { useImportWords } from '../features/imports/use-import-words.ts'

/** Imports: start one, and see how they went. */
export function Component() {
  const words = useImportWords()
  return (
    <>
      <PageHeader title={words('title')} text={words('text')} />
      <ImportForm />
      <ImportList />
    </>
  )
}
