/** A branch knows the revision of its parent that it began from. */
export const branches002 = `
ALTER TABLE plan ADD COLUMN base_revision_id INTEGER REFERENCES revision(id) ON DELETE SET NULL;
CREATE INDEX result_by_inputs ON result(inputs_hash);
`
