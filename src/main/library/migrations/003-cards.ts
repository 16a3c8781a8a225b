/** What a card shows of a result stands beside it, so that a shelf is read without its documents. */
export const cards003 = `
ALTER TABLE result ADD COLUMN card TEXT CHECK (card IS NULL OR json_valid(card));
UPDATE result SET card = json_object('summary', json_extract(document, '$.summary'), 'thumb', NULL);
`
