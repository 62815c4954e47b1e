const PREFIX = 'field:'

/** The id of the custom field that a condition asks about; null when it asks about the case itself. */
export function customFieldOf(field: string): string | null {
  return field.startsWith(PREFIX) ? field.slice(PREFIX.length) : null
}
