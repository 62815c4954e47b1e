import type { RefusalCode } from '@timedesk/contracts/refusal'

/** What each refusal means and what to do about it, for whoever programs against the API. */
export const explanations: Record<RefusalCode, string> = {
  invalid_request:
    'A part of the request is not as the route declares it. `errors` names each wrong field by a JSON pointer; unknown fields are wrong too.',
  invalid_cursor:
    'The cursor was made for another list, filter or order, or it was altered. Begin again without `after`.',
  unauthenticated:
    'No valid session cookie or API token came with the request. Sign in, refresh the session, or send a live token.',
  sign_in_failed:
    'The address and the password do not belong together. The answer is the same for addresses that do not exist.',
  session_ended:
    'The session was ended, has expired, or its refresh secret came back after it had been exchanged. Sign in again.',
  permission_denied:
    'You are known, but your role does not hold the permission that `missingPermission` names, or the route is not for API tokens.',
  scope_missing: 'The API token does not have the scope that `missingPermission` names. Make a token that has it.',
  foreign_origin:
    'A browser says that the request comes from a page of another site. Requests with an API token are not affected.',
  not_found: 'There is nothing at this address, or it is not yours to see; the answer does not tell which.',
  method_not_allowed: 'The address exists, but not with this method. `Allow` names the methods that it knows.',
  conflict: 'Something else already has a value that may be used only once, such as a name or an e-mail address.',
  request_in_flight:
    'A request with the same idempotency key is being handled right now. Wait as long as `Retry-After` says and repeat it.',
  case_closed: 'The case is closed. Reopen it first.',
  status_move_refused: 'The workflow does not lead from the case’s present status to the wanted one.',
  reopen_expired:
    'The workflow lets closed cases be reopened for some days only. Create a case with `followsId` instead, or move it with an `override`.',
  gate_closed:
    'The move has conditions, one `errors` entry for each that does not hold. Mend them, or give an `override` with its reason, which takes the permission `workflow:override`.',
  workflow_refused:
    'The definition does not hold together, or cases stand in statuses that it takes out. `errors` points at each place.',
  calendar_past:
    'Opening hours and holidays of days that have passed say how clocks ran; they stay. Use a day from tomorrow on.',
  absence_refused:
    'The days overlap with another absence, delegates would stand in for each other, or there is nobody to hand cases over to.',
  rule_refused: 'Conditions or actions do not fit together, or name what is not there. `errors` points at each place.',
  link_refused:
    'Only a case that has ended, and that an answer cannot take up again, is gone on from. And one case has only so many below it.',
  case_merged:
    'The case was merged into another one. `errors` has its id in `expected`: do it there, or undo the merge first.',
  merge_refused:
    'The cases are of different customers, one of them is merged already, their links would go round in a circle, or there is nothing to undo; `detail` says which.',
  split_refused:
    'A message is not of the case or was split off before, or none of them is public; `detail` says which.',
  still_in_use: 'Other things still refer to it. Move them, or deactivate it instead.',
  tree_cycle: 'The new parent lies below the branch that would be moved.',
  reference_refused:
    'A thing that the request refers to does not exist, is not active, or belongs to another customer.',
  newer_messages:
    'A reply or a note of somebody else came after `seenMessageId`; `errors` has one entry for each, with its id in `expected`. Read them, then send with the newest of them as `seenMessageId`.',
  draft_gone:
    'The draft was sent or discarded on another device or by a colleague. Read the case log before the text is sent again, without `draft`.',
  draft_scheduled:
    'The draft is to go out by itself, and nobody writes in it until then. Call it back first, or wait until it is out.',
  draft_refused: 'Only who began a shared draft may take it back to themselves.',
  attachment_claimed:
    'The uploaded file already belongs to a message, or is not yours. Upload it again for another message.',
  agreement_exists: 'The customer already has an active agreement of this kind. End it first.',
  week_closed:
    'The week of the work date is submitted or approved. Take it back, have it reopened, or write a correction.',
  week_move_refused:
    'A week goes from open to submitted to approved; only a submitted one can be rejected or taken back, only an approved one reopened.',
  period_locked:
    'The books are closed up to and including that day. Register with the true work date: it is booked on the first open day.',
  lock_refused:
    'The hard lock may not be later than the soft one, nor lie in the future; moving a lock back needs a reason.',
  already_corrected: 'An entry is taken back once. Correct its replacement instead.',
  correction_refused: 'A reversal cannot be changed or corrected, and an entry that is still open is changed in place.',
  agreement_state_refused: 'An ended agreement stays ended, a draft covers nothing, and notice is given once.',
  settlement_refused: 'Vouchers belong to agreements settled by voucher, plan lines to subscriptions.',
  balance_too_low: 'The movement would take more than is left; a balance is never below zero.',
  movement_refused:
    'The voucher or plan line is in a state, or asked for a day, that does not allow this; `detail` says why.',
  notice_too_short: 'The day lies before the earliest one that notice and term allow; `detail` names it.',
  nothing_to_decide: 'The overage of the entry was decided, was covered in the meantime, or never waited.',
  time_settled:
    'A document claims the entry, or it was written off, so its figures are settled. Take it off the draft or release it first; what is posted is corrected or credited.',
  item_taken:
    'Another document claimed the item first, it was rated anew, or it is not ready. Read the potential again.',
  nothing_to_invoice: 'Nothing that was asked for is ready to be invoiced.',
  invoice_posted: 'A posted document never changes (R46). Correct it by a credit note.',
  invoice_not_posted: 'This needs a posted document; it is still a draft.',
  posting_refused:
    'The document breaks rules that a receiver or the law would refuse it for; `errors` lists all of them with their pointers.',
  credit_refused:
    'No more can be credited than is left, a part of a source can only be written off, and what goes back to a voucher has to be covered by one; `detail` and `errors` say which.',
  line_refused: 'The line would contradict itself, such as a VAT rate that its category does not have.',
  run_state_refused: 'The run is carried out, cancelled or failed already, or it is under way.',
  bulk_state_refused:
    'The action is still being planned, is under way, was undone, or cannot be undone at all; `detail` says which.',
  undo_expired: 'A bulk action can be undone for 30 seconds after its end, a merge for seven days.',
  payment_refused: 'More than what remains, taken back before, or of a document that owes nothing.',
  not_overdue: 'The invoice is not overdue, so nobody needs to be reminded of it.',
  address_missing: 'The customer has no address for invoices, and none was given.',
  question_refused: 'The line is invoiced, is not charged, has an open question, or its question was answered.',
  order_decided: 'Somebody sold the voucher or declined the order already.',
  offer_unknown: 'Only vouchers as they are offered for the agreement can be ordered.',
  timer_running: 'You have a timer running. Stop it first.',
  timer_stopped: 'You have no timer running.',
  account_inactive: 'The account was deactivated, so this cannot be done with it.',
  last_administrator: 'Without this person nobody could administer the system. Give somebody else the role first.',
  import_running: 'The import is being worked on. Wait until it has finished.',
  secret_refused:
    'The link of an invitation or a password reset was used, replaced by a newer one, or is too old. Ask for a new one.',
  stale_version:
    'Somebody changed it after you read it. Read it again, look at the difference, and repeat your change with the new ETag.',
  body_too_large: 'The body or the file is larger than the route allows.',
  unsupported_media_type:
    'The content type of the body is not one that the route takes: JSON nearly everywhere, `multipart/form-data` for files.',
  password_refused: 'The password is too short, too long, or too easy to guess.',
  idempotency_key_reused: 'The idempotency key was already used for another request. Use a new key for each intent.',
  file_refused: 'The file is empty, or is not of a kind that can be used here.',
  selection_refused: 'No case matches, or more of them than one bulk action takes; `detail` says which.',
  mail_refused:
    'The file is no mail, names no sender, or belongs to no side conversation; `detail` says which. A mail server may send it back.',
  mapping_refused:
    'The mapping of an import names columns that the file does not have, or is not valid itself. `errors` tells where.',
  query_refused:
    'A query has a key, a name, a value or a day that does not exist, or brackets or quotes that are not closed. `errors` tells where, and what could stand there.',
  invalid_minutes: 'A duration has to be a whole number of minutes within the limits of a registration.',
  invalid_money: 'An amount has to be a decimal text with at most two decimals, in the currency that is expected.',
  field_required: 'The form or the move needs the fields that `errors` names.',
  field_refused: 'The value does not fit the kind of field, or is not one of its options.',
  variable_unknown: 'Only the variables of the list can be used in texts.',
  reason_missing: 'Charging less or more than was registered, and a discount, need a reason (R43).',
  if_match_required: 'This change needs an `If-Match` with the ETag that you read, or `*` for any version.',
  rate_limited: 'Too many requests in a short time. Wait as long as `Retry-After` says.',
  fault:
    'Something went wrong that should not have. It was logged under the `requestId`; nothing of the request was kept.',
  unavailable: 'The server is starting, ending, or too busy. Repeat the request after `Retry-After`.',
  storage_full: 'There is no room for the file. An administrator has to make some.',
}
