import { Menu } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { saveBlob } from '../../files/saveFile.ts'
import { useContrast, useScheme, useSystemColors } from '../../state/view/look.ts'
import { useWords } from '../../words/useWords.ts'
import { Panel } from '../Panel.tsx'
import styles from '../parts.module.css'
import { SaveMenu } from '../tables/SaveMenu.tsx'
import { useTableView } from '../tables/useTableView.tsx'
import { background, ChartCanvas, type Drawn } from './ChartCanvas.tsx'
import { chartSvg } from './chartSvg.ts'
import { axisColors } from './palette.ts'

interface Props extends Drawn {
  readonly title: string
  readonly note?: ReactNode
  /** Before those of the chart itself. */
  readonly tools?: ReactNode
}

/** Of a picture that is saved while its table is in view. */
const WIDTH_PX = 900

/** A chart in a frame: its table, its CSV and its picture are one click away, its values under the cursor. */
export function ChartPanel({ note, tools, ...props }: Props) {
  const chart = useChart(props)
  return (
    <Panel
      title={props.title}
      {...(note === undefined ? {} : { note })}
      tools={
        <>
          {tools}
          {chart.tools}
        </>
      }
    >
      {chart.content}
    </Panel>
  )
}

/** The same without a frame, for one that stands in a panel with other things. */
export function ChartView(props: Omit<Props, 'note' | 'tools'>) {
  const { tools, content } = useChart(props)
  return (
    <>
      <div className={styles.chartTools} data-tools>
        {tools}
      </div>
      {content}
    </>
  )
}

function useChart(props: Omit<Props, 'note' | 'tools'>) {
  const { title, table, summary, configure, heightPx } = props
  const words = useWords().chart
  const scheme = useScheme()
  const isContrast = useContrast()
  const system = useSystemColors()
  const { toggle, copyItem, shown } = useTableView(title, table)
  const canvas = useRef<HTMLCanvasElement>(null)
  const savePng = (): void => canvas.current?.toBlob((blob) => blob && saveBlob(`${title}.png`, blob))
  const saveSvg = (): void => {
    const colors = axisColors(scheme, isContrast, system)
    const { clientWidth = WIDTH_PX, clientHeight = heightPx } = canvas.current ?? {}
    const size = { widthPx: clientWidth, heightPx: clientHeight }
    const picture = { title, summary, ...size, plugins: [background(colors.surface)] }
    const svg = chartSvg(configure(colors), picture)
    saveBlob(`${title}.svg`, new Blob([svg], { type: 'image/svg+xml' }))
  }
  const tools = (
    <>
      {toggle}
      <SaveMenu title={title}>
        {copyItem}
        {shown === null && <Menu.Item onClick={savePng}>{words.savePng}</Menu.Item>}
        <Menu.Item onClick={saveSvg}>{words.saveSvg}</Menu.Item>
      </SaveMenu>
    </>
  )
  const content = shown ?? <ChartCanvas {...props} canvas={canvas} />
  return { tools, content }
}
