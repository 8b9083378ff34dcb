import { cn } from './cn'

export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={cn('block h-4 animate-pulse rounded bg-hover', className)} />
)
