import { Refusal } from '@timedesk/contracts/refusal'
import { isEndpoint } from '@timedesk/domain/invoicing/identifiers'

type Endpoint = { endpointScheme: string; endpointId: string }

/**
 * An address in Peppol is a scheme and an id in it, or neither. Refuses with `invalid_request` half of one, and a CVR
 * number or GLN that cannot be one.
 */
export function requireEndpoint({ endpointScheme, endpointId }: Endpoint): void {
  if (endpointScheme === '' && endpointId === '') return
  if (endpointScheme === '') throw refusedField('endpointScheme', 'missing', 'Say the scheme too, such as 0184.')
  if (endpointId === '') throw refusedField('endpointId', 'missing', 'Say the address in the scheme too.')
  if (!isEndpoint(endpointScheme, endpointId))
    throw refusedField('endpointId', 'not_an_address', 'It is no address of this scheme; look at its digits.')
}

/** The refusal of a field of the request's body. */
export function refusedField(name: string, code: string, message: string): Refusal {
  return new Refusal('invalid_request', { detail: message, fields: [{ pointer: `/body/${name}`, code, message }] })
}
