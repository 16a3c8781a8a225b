import { Menu } from '@mantine/core'
import type { ReactNode, RefObject } from 'react'
import { saveBlob } from '../../files/saveFile.ts'
import { useWords } from '../../words/useWords.ts'
import { SaveMenu } from '../tables/SaveMenu.tsx'
import { toPngFile, toSvgFile } from './svgPicture.ts'

interface Props {
  readonly title: string
  readonly svg: RefObject<SVGSVGElement | null>
  /** Lines that the menu has before. */
  readonly children?: ReactNode
  /** False while a table stands in its place. */
  readonly hasPicture?: boolean
}

/** Saves a diagram as PNG or SVG, as charts are. */
export function PictureMenu({ title, svg, children, hasPicture = true }: Props) {
  const words = useWords().chart
  const saveSvg = (): void => {
    if (svg.current) saveBlob(`${title}.svg`, new Blob([toSvgFile(svg.current)], { type: 'image/svg+xml' }))
  }
  const savePng = async (): Promise<void> => {
    const blob = svg.current && (await toPngFile(svg.current))
    if (blob) saveBlob(`${title}.png`, blob)
  }
  return (
    <SaveMenu title={title}>
      {children}
      {hasPicture && <Menu.Item onClick={() => void savePng()}>{words.savePng}</Menu.Item>}
      {hasPicture && <Menu.Item onClick={saveSvg}>{words.saveSvg}</Menu.Item>}
    </SaveMenu>
  )
}
