import { getCustomer } from '@timedesk/contracts/customers'
import { getEmployee } from '@timedesk/contracts/staff'

import { client } from '../../shared/client.ts'

/** The name of the customer with this id. */
export async function findCustomerName(customerId: string): Promise<string> {
  return (await client.call(getCustomer, { params: { customerId } })).name
}

/** The name of the employee with this id. */
export async function findEmployeeName(employeeId: string): Promise<string> {
  return (await client.call(getEmployee, { params: { employeeId } })).name
}
