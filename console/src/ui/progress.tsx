import { Progress as Base } from '@base-ui/react/progress'

/** How far long work is: a share from 0 to 1, or null while nobody knows. */
export const Progress = ({ label, share }: { label: string; share: number | null }) => (
  <Base.Root aria-label={label} value={share == null ? null : Math.round(share * 100)} className="w-full">
    <Base.Track className="h-1.5 overflow-hidden rounded-full bg-hover">
      <Base.Indicator className="block h-full rounded-full bg-primary transition-[width] data-[indeterminate]:w-1/3 data-[indeterminate]:animate-pulse" />
    </Base.Track>
  </Base.Root>
)
