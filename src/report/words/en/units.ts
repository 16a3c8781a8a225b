/** How units are shown that read otherwise than they are kept. */
export const units: Readonly<Record<string, string>> = {}
