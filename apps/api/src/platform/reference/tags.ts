/** What the groups of routes are about, in the order in which a newcomer meets them. */
export const tagDescriptions: Record<string, string> = {
  Identity: 'Sign-in of staff, one’s own account, sessions and API tokens.',
  Cases: 'Cases with their dialogue, internal notes, files and log.',
  Time: 'Registered time and the running timer.',
  Customers: 'Customers and their contacts.',
  Projects: 'Projects of customers.',
  Agreements: 'What customers and the company agreed on, and how time is settled.',
  Potential: 'What could be invoiced, down to the time that each amount comes from.',
  Staff: 'Employees and departments.',
  Settings: 'The company, case types, priorities, statuses and activity types.',
  Notices: 'In-app notices, and events as they happen.',
  Operations: 'Outgoing mail and imports.',
  'Extranet: identity': 'Sign-in of contacts, their own account and sessions.',
  'Extranet: cases': 'What contacts see and do: their customer’s cases, the dialogue, files.',
  'Extranet: notices': 'Notices for contacts, and events as they happen.',
}
