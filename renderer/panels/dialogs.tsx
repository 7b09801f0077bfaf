import { closeDialog } from '../store/closing.js'
import { useStore } from '../store/store.js'
import { AboutDialog } from './help/about-dialog.js'
import { BackupsDialog } from './case-file/backups-dialog.js'
import { CarriedDialog } from './versions/carried-dialog.js'
import { FinishCorrectionDialog, LeaveCorrectionDialog } from './versions/correction-dialogs.js'
import { DismissDialog } from './checks/dismiss-dialog.js'
import { ImportDialog } from './imports/import-dialog.js'
import { ChecksDialog } from './checks/checks-dialog.js'
import { KeysDialog } from './keys/keys-dialog.js'
import { BundleDialog } from './merge/bundle-dialog.js'
import { MergeDialog } from './merge/merge-dialog.js'
import { VerifyReportDialog } from './merge/verify-report-dialog.js'
import { RelationMapDialog } from './relation-map/relation-map-dialog.js'
import { LinkDialog } from './relations/link-dialog.js'
import { RecordsDialog } from './records/records-dialog.js'
import { PaletteDialog } from './palette/palette-dialog.js'
import { RefusedDialog, SalvagedDialog } from './case-file/refused-dialog.js'
import { ReportDialog } from './report/report-dialog.js'
import { EncodingDialog } from './versions/encoding-dialog.js'
import { UpdateDialog } from './versions/update-dialog.js'
import { VerifyDialog } from './case-file/verify-dialog.js'
import { PreferencesDialog } from './preferences/preferences-dialog.js'
import { SignsDialog } from './help/signs-dialog.js'
import { CaseScaleDialog } from './verdict-scales/case-scale-dialog.js'
import { VersionsDialog } from './versions/versions-dialog.js'

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useStore((state) => state.dialog)
  switch (dialog) {
    case 'import':
      return <ImportDialog />
    case 'records':
      return <RecordsDialog />
    case 'preferences':
      return <PreferencesDialog onClose={closeDialog} />
    case 'palette':
      return <PaletteDialog />
    case 'verdict-scale':
      return <CaseScaleDialog onClose={closeDialog} />
    case 'checks':
      return <ChecksDialog onClose={closeDialog} />
    case 'keys':
      return <KeysDialog onClose={closeDialog} />
    case 'signs':
      return <SignsDialog onClose={closeDialog} />
    case 'dismiss':
      return <DismissDialog onClose={closeDialog} />
    case 'refused':
      return <RefusedDialog onClose={closeDialog} />
    case 'salvaged':
      return <SalvagedDialog onClose={closeDialog} />
    case 'backups':
      return <BackupsDialog onClose={closeDialog} />
    case 'verify':
      return <VerifyDialog onClose={closeDialog} />
    case 'versions':
      return <VersionsDialog onClose={closeDialog} />
    case 'update':
      return <UpdateDialog />
    case 'encoding':
      return <EncodingDialog />
    case 'finish-correction':
      return <FinishCorrectionDialog onClose={closeDialog} />
    case 'leave-correction':
      return <LeaveCorrectionDialog onClose={closeDialog} />
    case 'carried':
      return <CarriedDialog onClose={closeDialog} />
    case 'link':
      return <LinkDialog />
    case 'relation-map':
      return <RelationMapDialog />
    case 'report':
      return <ReportDialog onClose={closeDialog} />
    case 'merge':
      return <MergeDialog />
    case 'bundle':
      return <BundleDialog onClose={closeDialog} />
    case 'verify-report':
      return <VerifyReportDialog onClose={closeDialog} />
    case 'about':
      return <AboutDialog onClose={closeDialog} />
    case null:
      return null
  }
}
