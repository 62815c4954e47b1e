/** Whether a machine wrote a mail (RFC 3834): out of office, receipts, bounces, lists. `head` gives a field by its lowercase name. */
export function isAutomatic(head: (name: string) => string | undefined): boolean {
  const submitted = head('auto-submitted')?.trim().toLowerCase()
  if (submitted !== undefined && submitted !== '' && !submitted.startsWith('no')) return true
  if (head('return-path')?.trim() === '<>') return true
  if (/^(?:bulk|junk|list|auto_reply)$/iu.test(head('precedence')?.trim() ?? '')) return true
  if (/^multipart\/report\b/iu.test(head('content-type')?.trim() ?? '')) return true
  return head('x-autoreply') !== undefined || head('x-autorespond') !== undefined
}
