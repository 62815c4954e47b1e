import { mentionOf } from '@timedesk/domain/text/mentions'

const LINK = /^(?:https?:\/\/|mailto:)[^\s]/i
const ATTACHMENT = /^attachment:([A-Za-z0-9-]{1,64})$/

/** The address when it is one a reader may be sent to: http, https or mailto, never a relative one. */
export function safeLink(url: string | undefined): string | undefined {
  return url !== undefined && LINK.test(url) ? url : undefined
}

/** Whether a link calls somebody by name: it is shown as the name, and leads nowhere. */
export function isMention(url: string | undefined): boolean {
  return url !== undefined && mentionOf(url) !== null
}

/** The id in `attachment:ID`, or undefined. */
export function attachmentId(url: string | undefined): string | undefined {
  return url === undefined ? undefined : ATTACHMENT.exec(url)?.[1]
}
