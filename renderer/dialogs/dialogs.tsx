import { lazy, Suspense } from "react";
import { openDialog, useStore } from "../store.ts";
import { CommandPalette } from "./command-palette.tsx";
import { DraftDialog } from "../library/draft-dialog.tsx";
import { ImportOutcomes } from "../library/import-outcomes.tsx";
import { NewReportDialog } from "../library/new-report-dialog.tsx";
import { SettingsDialog } from "../settings/settings-dialog.tsx";
import { SaveAsTemplateDialog } from "./save-as-template-dialog.tsx";
import { AcrossDialog } from "../find/across/across-dialog.tsx";
import { ReplacementRecords } from "../find/replacement-records.tsx";
import { ShortcutSheet } from "./shortcut-sheet.tsx";
import { UnsavedDialog } from "./unsaved-dialog.tsx";

const ExportDialog = lazy(async () => ({ default: (await import("../export/export-dialog.tsx")).ExportDialog }));

const PrintDialog = lazy(async () => ({ default: (await import("../print/print-dialog.tsx")).PrintDialog }));

const InspectionDialog = lazy(async () => ({
  default: (await import("../export/inspection-dialog.tsx")).InspectionDialog,
}));

const ExportComparisonDialog = lazy(async () => ({
  default: (await import("../compare/export-comparison-dialog.tsx")).ExportComparisonDialog,
}));

const ExportSheetDialog = lazy(async () => ({
  default: (await import("../check/export-sheet-dialog.tsx")).ExportSheetDialog,
}));

const DirectoryDialog = lazy(async () => ({
  default: (await import("../house/directory-dialog.tsx")).DirectoryDialog,
}));
const WordsDialog = lazy(async () => ({ default: (await import("../house/words-dialog.tsx")).WordsDialog }));
const HouseStyleDialog = lazy(async () => ({
  default: (await import("../house-style/house-style-dialog.tsx")).HouseStyleDialog,
}));
const RollDialog = lazy(async () => ({ default: (await import("../library/roll-dialog.tsx")).RollDialog }));
const DoctorDialog = lazy(async () => ({ default: (await import("../repair/doctor-dialog.tsx")).DoctorDialog }));

/** The rules are large, and the window itself has no use for them: its worker has them. */
const CheckRulesDialog = lazy(async () => {
  const [{ CheckRulesDialog: RulesDialog }, { rules }] = await Promise.all([
    import("../check/check-rules-dialog.tsx"),
    import("../../core/check/rules.ts"),
  ]);
  return {
    default: ({ onClose }: { readonly onClose: () => void }) => <RulesDialog rules={rules} onClose={onClose} />,
  };
});

/** The dialogs of the window; each is there only while it is open, so that it always starts afresh. */
export function Dialogs() {
  const dialog = useStore((state) => state.dialog);
  const close = (): void => openDialog(null);
  return (
    <>
      {dialog === "new-report" && <NewReportDialog onClose={close} />}
      {dialog === "roll" && (
        <Suspense>
          <RollDialog onClose={close} />
        </Suspense>
      )}
      {dialog === "doctor" && (
        <Suspense>
          <DoctorDialog />
        </Suspense>
      )}
      {dialog === "check-sheet" && (
        <Suspense>
          <ExportSheetDialog onClose={close} />
        </Suspense>
      )}
      {dialog === "check-rules" && (
        <Suspense>
          <CheckRulesDialog onClose={close} />
        </Suspense>
      )}
      {dialog === "directory" && (
        <Suspense>
          <DirectoryDialog onClose={close} />
        </Suspense>
      )}
      {dialog === "words" && (
        <Suspense>
          <WordsDialog onClose={close} />
        </Suspense>
      )}
      {dialog === "house-style" && (
        <Suspense>
          <HouseStyleDialog onClose={close} />
        </Suspense>
      )}
      {dialog === "settings" && <SettingsDialog onClose={close} />}
      {dialog === "shortcuts" && <ShortcutSheet onClose={close} />}
      {dialog === "palette" && <CommandPalette onClose={close} />}
      {dialog === "save-as-template" && <SaveAsTemplateDialog onClose={close} />}
      {dialog === "export" && (
        <Suspense>
          <ExportDialog onClose={close} />
        </Suspense>
      )}
      {dialog === "print" && (
        <Suspense>
          <PrintDialog />
        </Suspense>
      )}
      {dialog === "inspection" && (
        <Suspense>
          <InspectionDialog onClose={close} />
        </Suspense>
      )}
      {dialog === "replace-across" && <AcrossDialog onClose={close} />}
      {dialog === "replacements" && <ReplacementRecords onClose={close} />}
      {dialog === "export-comparison" && (
        <Suspense>
          <ExportComparisonDialog onClose={close} />
        </Suspense>
      )}
      <ImportOutcomes />
      <DraftDialog />
      <UnsavedDialog />
    </>
  );
}
