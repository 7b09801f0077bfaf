import { useId, type ReactNode } from 'react'

interface PartProps {
  title: string
  /** How many there are, beside the title. */
  count?: number
  area: string
  /** What can be done with all of it, at the end of its head. */
  tools?: ReactNode
  children: ReactNode
}

/** A part of the review, under its heading. */
export function Part({ title, count, area, tools, children }: PartProps) {
  const id = useId()
  return (
    <section className={`review-part review-${area}`} aria-labelledby={id}>
      <header>
        <h3 id={id}>
          {title}
          {count !== undefined && <span className="review-count">{count.toLocaleString('en')}</span>}
        </h3>
        {tools}
      </header>
      {children}
    </section>
  )
}
