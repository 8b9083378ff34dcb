import { clsx, type ClassValue } from 'clsx'
import { twMerge } from 'tailwind-merge'

/** Joins class names; the later of two that contradict wins. */
export const cn = (...names: ClassValue[]): string => twMerge(clsx(names))
