/**
 * Every expected "no" of the product, with its HTTP status and title (RFC 9457).
 * The only place where a status is chosen. Codes are public: add, never rename.
 */
export const refusals = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  invalid_cursor: { status: 400, title: 'The page cursor is not valid for this list' },
  unauthenticated: { status: 401, title: 'You are not signed in' },
  sign_in_failed: { status: 401, title: 'E-mail or password is not right' },
  session_ended: { status: 401, title: 'The session has ended' },
  permission_denied: { status: 403, title: 'You may not do this' },
  scope_missing: { status: 403, title: 'The token lacks the scope for this' },
  foreign_origin: { status: 403, title: 'The request comes from another site' },
  not_found: { status: 404, title: 'There is no such thing, or you may not see it' },
  method_not_allowed: { status: 405, title: 'This address does not know that method' },
  conflict: { status: 409, title: 'Something else already uses this value' },
  request_in_flight: { status: 409, title: 'The same request is still being handled' },
  case_closed: { status: 409, title: 'The case is closed' },
  status_move_refused: { status: 409, title: 'The case cannot move to that status' },
  reopen_expired: { status: 409, title: 'The case was closed too long ago to be reopened' },
  gate_closed: { status: 409, title: 'Something has to be done before the case may move' },
  workflow_refused: { status: 409, title: 'The workflow cannot be saved like that' },
  calendar_past: { status: 409, title: 'The past of a calendar cannot be changed' },
  absence_refused: { status: 409, title: 'The absence cannot be recorded like that' },
  rule_refused: { status: 409, title: 'The rule cannot be saved like that' },
  link_refused: { status: 409, title: 'The cases cannot be linked like that' },
  case_merged: { status: 409, title: 'The case goes on in another one' },
  merge_refused: { status: 409, title: 'The cases cannot be merged like that' },
  split_refused: { status: 409, title: 'The messages cannot be split off like that' },
  still_in_use: { status: 409, title: 'It is still in use' },
  tree_cycle: { status: 409, title: 'A branch cannot hang below itself' },
  reference_refused: { status: 409, title: 'A thing that the request refers to cannot be used here' },
  newer_messages: { status: 409, title: 'Somebody else wrote in the meantime' },
  draft_gone: { status: 409, title: 'The draft is gone' },
  draft_scheduled: { status: 409, title: 'The draft is to go out by itself' },
  draft_refused: { status: 409, title: 'The draft was begun by somebody else' },
  attachment_claimed: { status: 409, title: 'The file already belongs to another message' },
  agreement_exists: { status: 409, title: 'The customer already has an agreement of this kind' },
  week_closed: { status: 409, title: 'The week is submitted or approved' },
  week_move_refused: { status: 409, title: 'The week cannot go to that state' },
  period_locked: { status: 409, title: 'The period is closed' },
  lock_refused: { status: 409, title: 'The period cannot be closed or opened like that' },
  already_corrected: { status: 409, title: 'The entry has been corrected already' },
  correction_refused: { status: 409, title: 'The entry cannot be corrected like that' },
  agreement_state_refused: { status: 409, title: 'The agreement cannot do that in its state' },
  settlement_refused: { status: 409, title: 'The agreement is settled in another way' },
  balance_too_low: { status: 409, title: 'The voucher has too few units left' },
  movement_refused: { status: 409, title: 'The voucher cannot move like that' },
  notice_too_short: { status: 409, title: 'The notice is too short' },
  nothing_to_decide: { status: 409, title: 'No overage of this entry waits for a decision' },
  time_settled: { status: 409, title: 'The time is on an invoice, or was written off' },
  item_taken: { status: 409, title: 'It is on another document, or no longer there' },
  nothing_to_invoice: { status: 409, title: 'There is nothing to invoice' },
  invoice_posted: { status: 409, title: 'The document is posted and cannot be changed' },
  invoice_not_posted: { status: 409, title: 'The document is not posted yet' },
  posting_refused: { status: 409, title: 'The document cannot be posted yet' },
  credit_refused: { status: 409, title: 'That cannot be credited' },
  line_refused: { status: 409, title: 'The line cannot be changed like that' },
  run_state_refused: { status: 409, title: 'The invoice run cannot do that in its state' },
  bulk_state_refused: { status: 409, title: 'The bulk action cannot do that in its state' },
  undo_expired: { status: 409, title: 'It is too late to undo it' },
  payment_refused: { status: 409, title: 'The payment cannot be recorded like that' },
  not_overdue: { status: 409, title: 'The invoice is not overdue' },
  address_missing: { status: 409, title: 'The customer has no address for invoices' },
  question_refused: { status: 409, title: 'The line cannot be questioned or answered now' },
  order_decided: { status: 409, title: 'The order is decided already' },
  offer_unknown: { status: 409, title: 'That voucher is not offered' },
  timer_running: { status: 409, title: 'A timer is already running' },
  timer_stopped: { status: 409, title: 'No timer is running' },
  account_inactive: { status: 409, title: 'The account is not active' },
  last_administrator: { status: 409, title: 'The last administrator must stay' },
  import_running: { status: 409, title: 'The import is already running' },
  secret_refused: { status: 410, title: 'The link has been used, replaced or has expired' },
  stale_version: { status: 412, title: 'Somebody changed it in the meantime' },
  body_too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'The content type is not supported' },
  password_refused: { status: 422, title: 'The password is not acceptable' },
  idempotency_key_reused: { status: 422, title: 'The idempotency key was used for another request' },
  file_refused: { status: 422, title: 'The file cannot be accepted' },
  mail_refused: { status: 422, title: 'The mail cannot be taken in' },
  mapping_refused: { status: 422, title: 'The mapping does not fit the file' },
  selection_refused: { status: 422, title: 'These cases cannot be taken together' },
  invalid_minutes: { status: 422, title: 'The minutes are not valid' },
  invalid_money: { status: 422, title: 'The amount is not valid' },
  field_required: { status: 422, title: 'A field that is needed is empty' },
  field_refused: { status: 422, title: 'A field cannot hold this value' },
  variable_unknown: { status: 422, title: 'The text uses a variable that does not exist' },
  query_refused: { status: 422, title: 'The query cannot be read' },
  reason_missing: { status: 422, title: 'A reason is needed' },
  if_match_required: { status: 428, title: 'Say which version you mean to change' },
  rate_limited: { status: 429, title: 'Too many requests' },
  fault: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The service is not ready' },
  storage_full: { status: 507, title: 'There is no room for the file' },
} as const satisfies Record<string, { status: number; title: string }>

export type RefusalCode = keyof typeof refusals

/**
 * One field that is wrong: a JSON pointer into the request, a code and a sentence; of a text that was read, which stretch
 * of it (from 0, in UTF-16 units) and what could stand there instead.
 */
export type FieldProblem = {
  pointer: string
  code: string
  message: string
  at?: number | undefined
  length?: number | undefined
  expected?: string[] | undefined
}

export type RefusalDetails = {
  /** A sentence for a person, in English; apps word the code in their user's language. */
  detail?: string
  fields?: FieldProblem[]
  retryAfterSeconds?: number
  missingPermission?: string
}

/** An expected "no". Anything else that is thrown is a fault: logged whole, told to nobody. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(details.detail ?? refusals[code].title)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}
