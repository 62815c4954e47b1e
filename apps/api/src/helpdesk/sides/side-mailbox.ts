import { replyAddressOf } from '@timedesk/domain/mail/reply-address'
import type { Environment } from '../../env.ts'

/** Where mails of side conversations come from and go back to. */
export type SideMailbox = { publicUrl: string; replyAddress: (token: string) => string }

export function sideMailbox({ env, publicUrl }: { env: Environment; publicUrl: string }): SideMailbox {
  return { publicUrl, replyAddress: (token) => replyAddressOf(env.MAIL_REPLY_ADDRESS ?? env.MAIL_FROM, token) }
}
