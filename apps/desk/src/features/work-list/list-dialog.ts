/** What is open over the list: the form of all filters, a view to be saved, or all of them to be put in order. */
export type ListDialog = 'filters' | 'save' | 'edit' | 'arrange'
