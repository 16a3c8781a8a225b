import { createTheme, FileButton, type MantineColorsTuple, Menu, rem } from '@mantine/core'
import type { MouseEvent } from 'react'

/** From text to page: the library's greys of the dark theme, in the hue of our own surfaces (global.css). */
const DARK: MantineColorsTuple = [
  ...(['#d3d9e1', '#b9c1cc', '#9ea9b8', '#7f8a98', '#4d5663'] as const),
  ...(['#2a303a', '#1f252d', '#171b21', '#101318', '#0b0e12'] as const),
]

/** Calm and dense: one accent, small radii, figures that line up. */
export const theme = createTheme({
  colors: { dark: DARK },
  primaryColor: 'blue',
  primaryShade: 8,
  autoContrast: true,
  defaultRadius: 'sm',
  fontFamily:
    '"Inter Variable", Inter, "Segoe UI", "Noto Sans", "Noto Sans SC", "PingFang SC", system-ui, sans-serif',
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  headings: { sizes: { h1: { fontSize: rem(20) }, h2: { fontSize: rem(15) }, h3: { fontSize: rem(13) } } },
  components: {
    FileButton: FileButton.extend({ defaultProps: { inputProps: { onClick: forgetChoice } } }),
    Menu: Menu.extend({ defaultProps: { middlewares: { size: { padding: 8, apply: fitWindow } } } }),
  },
})

/** A browser tells nothing of a file chosen twice: what was mended in it since would not be read. */
function forgetChoice({ currentTarget }: MouseEvent<HTMLInputElement>): void {
  currentTarget.value = ''
}

/** A menu longer than the window below its button scrolls inside itself: no entry is out of reach. */
function fitWindow(place: { availableHeight: number; elements: { floating: HTMLElement } }): void {
  const { style } = place.elements.floating
  style.maxHeight = `${place.availableHeight}px`
  style.overflowY = 'auto'
}
