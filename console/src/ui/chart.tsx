import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { every, scaleOf } from './chart-scale'
import { cn } from './cn'

export interface ChartPoint {
  /** What the point is called in full, and at the axis. */
  title: string
  tick: string
  value: bigint
  /** The same point of the period before. */
  before?: bigint | undefined
  /** It is not over yet: drawn as a sketch. */
  open?: boolean
}

interface ChartProps {
  label: string
  points: readonly ChartPoint[]
  look: 'line' | 'bars'
  format: (value: bigint) => string
  /** For the scale, where room is short. */
  short: (value: number) => string
  /** What the two series are called. */
  now: string
  before: string
  className?: string
}

const height = 264
const edge = { top: 12, right: 8, bottom: 28, left: 52 }

/**
 * Sums over time beside those of the period before. The pointer and the arrow
 * keys lead from point to point; a screen reader hears each as the value of a slider.
 */
export function Chart({ label, points, look, format, short, now, before, className }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const [at, setAt] = useState<number>()
  const last = points.length - 1
  const shown = at === undefined ? undefined : points[Math.min(at, last)]

  const inner = { width: Math.max(1, width - edge.left - edge.right), height: height - edge.top - edge.bottom }
  const lines = scaleOf(points.reduce((max, { value, before = 0n }) => Math.max(max, Number(value), Number(before)), 0))
  const top = lines.at(-1) ?? 1
  const slot = inner.width / Math.max(1, points.length)
  const x = (i: number) => edge.left + slot * (i + 0.5)
  const y = (value: number | bigint) => edge.top + inner.height * (1 - Number(value) / top)
  const ticks = every(points.length, inner.width, 64)
  const path = (of: (point: ChartPoint) => bigint | undefined) =>
    points.flatMap((point, i) => (of(point) === undefined ? [] : [`${x(i).toFixed(1)},${y(of(point) ?? 0n).toFixed(1)}`])).join(' L')
  const done = points.filter(({ open }) => !open).length
  const value = path((point) => (point.open ? undefined : point.value))
  const rest = path((point) => (points.indexOf(point) >= done - 1 ? point.value : undefined))

  const point = (event: PointerEvent) => {
    const left = event.clientX - (frame.current?.getBoundingClientRect().left ?? 0) - edge.left
    setAt(Math.max(0, Math.min(last, Math.floor(left / slot))))
  }
  const key = (event: KeyboardEvent) => {
    const from = at ?? last
    const to = { ArrowLeft: from - 1, ArrowDown: from - 1, ArrowRight: from + 1, ArrowUp: from + 1, Home: 0, End: last, PageUp: from + 7, PageDown: from - 7 }[event.key]
    if (event.key === 'Escape') setAt(undefined)
    if (to === undefined) return
    event.preventDefault()
    setAt(Math.max(0, Math.min(last, to)))
  }
  const told = points[at ?? last]
  return (
    <div
      ref={frame}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, last)}
      aria-valuenow={Math.max(0, at ?? last)}
      aria-valuetext={told && `${told.title}: ${format(told.value)}${told.before === undefined ? '' : `; ${before}: ${format(told.before)}`}`}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setAt(undefined)}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && setAt(at ?? last)}
      onBlur={() => setAt(undefined)}
      onKeyDown={key}
      className={cn('relative touch-pan-y rounded-lg outline-offset-0 select-none', className)}
    >
      {width > 0 && (
        <svg width={width} height={height} aria-hidden className="block overflow-visible text-xs tabular-nums">
          {lines.map((line) => (
            <g key={line}>
              <line x1={edge.left} x2={width - edge.right} y1={y(line)} y2={y(line)} className={cn('stroke-line', line > 0 && '[stroke-dasharray:2_4]')} />
              <text x={edge.left - 8} y={y(line)} dy="0.32em" textAnchor="end" className="fill-soft">
                {short(line)}
              </text>
            </g>
          ))}
          {points.map(
            ({ tick }, i) =>
              i % ticks === 0 && (
                <text key={i} x={x(i)} y={height - 8} textAnchor="middle" className="fill-soft">
                  {tick}
                </text>
              ),
          )}
          {shown && at !== undefined && <rect x={x(at) - slot / 2} width={slot} y={edge.top} height={inner.height} className="fill-hover" />}
          {look === 'bars' &&
            points.map(({ value, open }, i) => {
              const tall = y(0) - y(value)
              return tall > 0 && <rect key={i} x={x(i) - slot * 0.34} width={slot * 0.68} y={y(value)} height={tall} rx={Math.min(3, slot / 6)} className={open ? 'fill-primary/45' : 'fill-primary'} />
            })}
          {look === 'line' && done > 1 && (
            <>
              <path d={`M${x(0)},${y(0)} L${value} L${x(done - 1)},${y(0)} Z`} className="fill-primary/12" />
              <path d={`M${value}`} fill="none" strokeWidth={2} strokeLinejoin="round" className="stroke-primary" />
              <path d={`M${rest}`} fill="none" strokeWidth={2} strokeDasharray="1 4" strokeLinecap="round" className="stroke-primary" />
            </>
          )}
          <path d={`M${path((point) => point.before) || '0,0'}`} fill="none" strokeWidth={1.5} strokeDasharray="4 4" className={cn('stroke-soft', look === 'bars' && 'stroke-ink/70')} />
          {(look === 'line' ? points : []).map(
            ({ value }, i) => (i === at || last === 0) && <circle key={i} cx={x(i)} cy={y(value)} r={4.5} className="fill-primary stroke-card" strokeWidth={2} />,
          )}
        </svg>
      )}
      {shown && at !== undefined && (
        <div
          aria-hidden
          className="pointer-events-none absolute top-2 z-10 min-w-40 -translate-x-1/2 rounded-xl border border-line bg-raised px-3 py-2 text-xs shadow-lg"
          style={{ left: Math.min(Math.max(x(at), 96), width - 96) }}
        >
          <p className="mb-1 font-medium">{shown.title}</p>
          <Value mark={<span className="h-2 w-3 rounded-sm bg-primary" />} name={now} value={format(shown.value)} />
          {shown.before !== undefined && <Value mark={<Dashes />} name={before} value={format(shown.before)} />}
        </div>
      )}
    </div>
  )
}

const Dashes = () => <span className="w-3 border-t-2 border-dashed border-soft" />

const Value = ({ mark, name, value }: { mark: ReactNode; name: string; value: string }) => (
  <p className="flex items-center gap-1.5 whitespace-nowrap">
    {mark}
    <span className="grow pr-3 text-soft">{name}</span>
    <span className="font-medium tabular-nums">{value}</span>
  </p>
)

/** What the marks of a chart mean. */
export const ChartLegend = ({ now, before }: { now: string; before: string }) => (
  <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
    <span className="flex items-center gap-1.5">
      <span className="h-2 w-3 rounded-sm bg-primary" />
      {now}
    </span>
    <span className="flex items-center gap-1.5">
      <Dashes />
      {before}
    </span>
  </p>
)

function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!frame.current) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)))
    watch.observe(frame.current)
    return () => watch.disconnect()
  }, [frame])
  return width
}
