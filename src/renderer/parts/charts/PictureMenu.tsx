import { Menu } from '@mantine/core'
import type { ReactNode, RefObject } from 'react'
import { saveBlob } from '../../files/saveFile.ts'
import { useWords } from '../../words/useWords.ts'
import { SaveMenu } from '../tables/SaveMenu.tsx'
import { elementPicture } from './elementPicture.ts'
import { toPngFile, toSvgFile, toSvgText } from './svgPicture.ts'

interface Props {
  readonly title: string
  /** A drawing, or a table with marks in its cells. */
  readonly picture: RefObject<SVGSVGElement | HTMLElement | null>
  /** Lines that the menu has before. */
  readonly children?: ReactNode
  /** False while a table stands in its place. */
  readonly hasPicture?: boolean
}

/** Saves a diagram as PNG or SVG, as charts are. */
export function PictureMenu({ title, picture, children, hasPicture = true }: Props) {
  const words = useWords().chart
  const saveSvg = (): void => {
    if (picture.current) saveBlob(`${title}.svg`, new Blob([take(picture.current, title).text], SVG_TYPE))
  }
  const savePng = async (): Promise<void> => {
    if (!picture.current) return
    const { text, size } = take(picture.current, title)
    const blob = await toPngFile(text, size)
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

const SVG_TYPE = { type: 'image/svg+xml' }

function take(element: SVGSVGElement | HTMLElement, title: string) {
  if (element instanceof SVGSVGElement) return { text: toSvgFile(element), size: element.viewBox.baseVal }
  const drawn = elementPicture(element, title)
  return { text: toSvgText(drawn), size: { width: element.scrollWidth, height: element.scrollHeight } }
}
