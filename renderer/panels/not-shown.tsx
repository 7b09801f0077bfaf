import { Button } from '../components/controls.js'
import './start-screen.css'

/** Stands in the place of all of the window's content when that cannot be drawn. */
export function NotShown({ onAgain }: { onAgain: () => void }) {
  return (
    <main className="start">
      <div className="start-page" role="alert">
        <p>
          This window could not be drawn. All that it showed as saved is in the case file. If it keeps
          happening, Help › Copy diagnostics tells what a report of the fault needs.
        </p>
        <p>
          <Button look="primary" autoFocus onPress={onAgain}>
            Show it again
          </Button>
        </p>
      </div>
    </main>
  )
}
