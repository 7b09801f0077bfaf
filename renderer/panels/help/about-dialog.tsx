import { Button, DialogFrame } from '../../components/controls.js'
import { Mark } from '../../components/mark.js'
import { copyVersion, openLink } from '../../store/case/case-actions.js'
import { useStore } from '../../store/store.js'

/** What the program is and which version of it; whether there is a newer one a person finds out, the program never looks. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const version = useStore((state) => state.version)
  const format = useStore((state) => state.open?.info.schemaVersion)
  const releasesPage = useStore((state) => state.releasesPage)
  return (
    <DialogFrame
      title="Stet"
      intro={`Version ${version}. An annotated fact-check editor.`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => void copyVersion()}>Copy version</Button>
          {releasesPage !== null && (
            <Button onPress={() => void openLink(releasesPage)}>Look for a newer version…</Button>
          )}
          <Button look="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <Mark size={56} />
      <p>
        “Stet”, let it stand, is what a proofreader writes beside words that were checked and are right. Cases
        are files on this computer{format !== undefined && ` (format ${format})`}. Nothing is sent anywhere.
      </p>
      <p>
        So Stet does not look for a newer version either: compare this one with what its publisher announces
        {releasesPage === null ? '.' : ', on a page that your browser opens.'}
      </p>
    </DialogFrame>
  )
}
