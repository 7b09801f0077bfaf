/** The mark of the program: a word that was struck out and is let stand, with the proofreader's dots below. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="14" fill="#2b4f9e" />
      <path d="M13 24.5h38M13 33.5h24" stroke="#f7f4ec" strokeWidth="5" strokeLinecap="round" />
      <path
        d="M41 33.5l4 4 8-9"
        fill="none"
        stroke="#ffcf6b"
        strokeWidth="4.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {[14, 23, 32, 41, 50].map((x) => (
        <circle key={x} cx={x} cy="47" r="2.6" fill="#ffcf6b" />
      ))}
    </svg>
  )
}
