import { getAttachmentContent, uploadAttachment, type Attachment } from '@timedesk/contracts/attachments'
import { listCases, type ListedCase } from '@timedesk/contracts/work-list'
import { getMe, signOut, type Me } from '@timedesk/contracts/identity'
import { startImport } from '@timedesk/contracts/operations'
import { createDepartment, getDepartment, updateDepartment, type Department } from '@timedesk/contracts/staff'
import { expectTypeOf, test } from 'vitest'
import { createClient } from './call.ts'
import type { CallInput } from './call-input.ts'

const client = createClient()
const params = { departmentId: '' }

/** Never run: what matters is whether the compiler accepts it. */
function calls() {
  // @ts-expect-error the route needs its parameters
  void client.call(getDepartment)
  // @ts-expect-error the contract knows no such field
  void client.call(createDepartment, { body: { name: 'Care', colour: 'red' } })
  // @ts-expect-error this route has no versions
  void client.call(createDepartment, { body: { name: 'Care' }, headers: { ifMatch: '"v1"' } })
  // @ts-expect-error a file is uploaded
  void client.call(uploadAttachment)
  // @ts-expect-error a file's content is not JSON
  void client.call(getAttachmentContent, { params: { attachmentId: '' } })
  // @ts-expect-error only lists have pages
  void client.items(getMe)
  // @ts-expect-error the import needs its mapping
  void client.upload(startImport, { file: new Blob() })

  return {
    me: client.call(getMe),
    nothing: client.call(signOut),
    withEtag: client.callWithEtag(getDepartment, { params }),
    items: client.items(listCases, { query: { limit: 10 } }),
    upload: client.upload(uploadAttachment, { file: new Blob() }),
  }
}

test('answers are typed by their route', () => {
  expectTypeOf(calls).returns.toEqualTypeOf<{
    me: Promise<Me>
    nothing: Promise<undefined>
    withEtag: Promise<{ data: Department; etag: string | null }>
    items: AsyncGenerator<ListedCase, void, undefined>
    upload: Promise<Attachment>
  }>()
})

test('inputs are what the caller writes, before defaults are filled in', () => {
  expectTypeOf<CallInput<typeof createDepartment>['body']>().toEqualTypeOf<{
    name: string
    parentId?: string | null | undefined
  }>()
  expectTypeOf<CallInput<typeof updateDepartment>['headers']>().toEqualTypeOf<
    { ifMatch?: string | undefined } | undefined
  >()
})
