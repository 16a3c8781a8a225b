export const report = {
  html: 'Save as HTML',
  json: 'Save as JSON',
  note: 'The HTML file has its charts and styles inside and prints on A4 and Letter; `tokenworks report` also writes PDF and CSV.',
}
