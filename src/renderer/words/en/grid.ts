export const grid = {
  add: 'Add row',
  remove: 'Remove',
  duplicate: 'Duplicate',
  actions: 'Actions',
}
