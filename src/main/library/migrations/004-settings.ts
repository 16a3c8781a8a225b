/** How the planner likes the screen: one row a setting, its value as JSON. */
export const settings004 = `
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT;
`
