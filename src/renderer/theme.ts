import { createTheme } from '@mantine/core'

/** Calm and dense: one accent, small radii, figures that line up. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: 8,
  autoContrast: true,
  defaultRadius: 'sm',
  fontFamily:
    '"Inter Variable", Inter, "Segoe UI", "Noto Sans", "Noto Sans SC", "PingFang SC", system-ui, sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: { sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '15px' }, h3: { fontSize: '13px' } } },
})
