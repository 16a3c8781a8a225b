/** A number as the catalog's file writes it with marks of thousands, its decimals as they are: 10000.50 reads 10,000.50. */
export function groupDigits(cell: string): string {
  return cell.replace(/^-?\d{4,}(?=\.\d+$|$)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))
}
