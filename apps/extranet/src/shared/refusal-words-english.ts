import type { FaultKind } from '@timedesk/client/api-error'
import type { RefusalCode } from '@timedesk/contracts/refusal'

/** What a person reads when the answer is no. */
export const refusalEnglish: Record<RefusalCode | 'fault', string> = {
  invalid_request: 'Something in the form is not right. Look at the marked fields.',
  invalid_cursor: 'The list has changed in the meantime. Load it again from the top.',
  unauthenticated: 'You are signed out. Sign in again to go on.',
  sign_in_failed: 'The e-mail address or the password is not right.',
  session_ended: 'Your session has ended. Sign in again to go on.',
  permission_denied: 'Your account does not give access to this.',
  scope_missing: 'This way of signing in does not give access to this.',
  foreign_origin: 'The request came from another site, so it was stopped. Open the page anew and try again.',
  not_found: 'We cannot find this, or it is not for your account.',
  method_not_allowed: 'That does not work here. Load the page again.',
  conflict: 'Somebody already uses this value. Choose another.',
  request_in_flight: 'We are still working on your last click. Wait a moment.',
  case_closed: 'The case is closed. Please report a new case instead.',
  status_move_refused: 'The case has moved on in the meantime. Load the page to see where it stands.',
  still_in_use: 'It is still in use, so it has to stay.',
  tree_cycle: 'It cannot be placed below itself.',
  reference_refused: 'One of your choices is no longer available. Choose again.',
  attachment_claimed: 'One of the files already belongs to another message. Remove it and add it again.',
  agreement_exists: 'There is already an agreement of this kind.',
  timer_running: 'A timer is already running.',
  timer_stopped: 'No timer is running.',
  account_inactive: 'Your account is not active. Ask your supplier to open it again.',
  last_administrator: 'The last administrator has to stay.',
  import_running: 'The import is already running.',
  secret_refused: 'The link has been used already, or it is too old. Ask for a new one.',
  stale_version: 'Somebody changed it in the meantime. Load the page and try again.',
  body_too_large: 'That is too large to send. Make it shorter, or send fewer files.',
  unsupported_media_type: 'We cannot read this kind of content.',
  password_refused: 'That password is too easy to guess. Take a longer one, for example four words in a row.',
  idempotency_key_reused: 'This was sent before with other content. Load the page and try again.',
  file_refused: 'We cannot take this file. Try another kind, or pack it in a zip file.',
  mapping_refused: 'The mapping does not fit the file.',
  invalid_minutes: 'The time is not valid.',
  invalid_money: 'The amount is not valid.',
  if_match_required: 'Load the page and try again.',
  rate_limited: 'That was a little too often. Wait a moment and try again.',
  fault: 'Something went wrong on our side. What you wrote is still here; try again in a moment.',
  unavailable: 'We are not ready right now. Try again in a moment.',
  storage_full: 'There is no room for the file right now. Please tell us without it.',
}

/** What a person reads when no usable answer came. */
export const faultEnglish: Record<FaultKind, string> = {
  network: 'We cannot be reached. Check your connection; what you wrote is still here.',
  timeout: 'It took too long. What you wrote is still here; try again.',
  fault: refusalEnglish.fault,
  unexpected_answer: 'This page is older than our system. Load it again.',
}

/** What is wrong with a single field, by the code of the field. */
export const fieldEnglish = {
  missing: 'Please fill this in.',
  too_small: 'Please fill this in.',
  too_big: 'This is too long.',
  invalid_format: 'This does not look right.',
  reference_refused: 'This is no longer available. Choose again.',
  password_too_short: 'Use at least {{length}} characters.',
  other: 'This cannot be used as it is.',
}
