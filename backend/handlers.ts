import type { Caller, Handlers, Output } from "../core/contract.ts";
import type { Imports } from "./import/imports.ts";
import { likelyYear } from "./likely-year.ts";
import { readHouseStyleFile } from "./read-house-style-file.ts";
import { readSampleStyle } from "./work/read-sample-style.ts";
import type { OutputService } from "./output/output-service.ts";
import { readSheetInThread } from "./sheets/sheet-reader.ts";
import type { Store } from "./store/store.ts";
import type { LongWork } from "./work/waiting.ts";
import { userName } from "./user-name.ts";

/** What a shell knows about itself. */
type Shell = {
  readonly kind: Output<"app.info">["shell"];
  readonly version: string;
  /** The window has nothing left to save and may be closed. */
  readonly readyToClose: (caller: Caller) => void;
};

type Services = {
  readonly store: Store;
  readonly imports: Imports;
  readonly output: OutputService;
  readonly longWork: LongWork;
  readonly shell: Shell;
};

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, "base64");

/** What a call answers that gives nothing back. */
const done = (work: Promise<void>): Promise<Record<string, never>> => work.then(() => ({}));

/** Every call of a window and the service that answers it. */
export function createHandlers({ store, imports, output, longWork, shell }: Services): Handlers {
  const { reports, replacing, images, templates, settings, houseStyle } = store;
  const { rolling, comparing, sheets, proposing, pages } = longWork;
  return {
    "app.info": () =>
      Promise.resolve({
        version: shell.version,
        shell: shell.kind,
        notices: store.notices(),
        likelyYear: likelyYear(new Date()),
        userName: userName(),
      }),
    "app.readyToClose": (_, caller) => {
      shell.readyToClose(caller);
      return done(Promise.resolve());
    },
    "library.list": () => reports.list(),
    "library.create": (input) => reports.create(input),
    "library.importFile": (input, caller) => imports.run(input, caller),
    "library.cancelImport": (_, caller) => {
      imports.cancel(caller);
      return done(Promise.resolve());
    },
    "library.roll": (input, caller) => rolling.run(caller, (signal) => reports.roll(input, signal)),
    "library.cancelRoll": (_, caller) => {
      rolling.cancel(caller);
      return done(Promise.resolve());
    },
    "library.duplicate": ({ id }) => reports.duplicate(id),
    "library.rename": (input, caller) => reports.rename(input, caller),
    "library.trash": ({ id }, caller) => done(reports.trash(id, caller)),
    "library.restore": ({ id }) => reports.restore(id),
    "library.purge": ({ ids }) => done(reports.purge(ids)),
    "report.read": async ({ id }) => ({ report: await reports.read(id) }),
    "library.replace": (input) => replacing.replace(input),
    "library.undoReplace": ({ token }) => replacing.undo(token),
    "report.open": ({ id }, caller) => reports.open(id, caller),
    "report.save": (input, caller) => reports.save(input, caller),
    "report.close": ({ id }, caller) => done(reports.close(id, caller)),
    "report.holder": ({ id }) => reports.holder(id),
    "report.takeOver": (input, caller) => reports.takeOver(input, caller),
    "report.saveCopy": (input) => reports.saveCopy(input),
    "image.add": ({ reportId, base64, fileName }) => images.add({ reportId, fileName, bytes: bytesOf(base64) }),
    "template.list": () => templates.list(),
    "template.saveFromReport": (input) => templates.saveFromReport(input),
    "template.remove": ({ id }) => done(templates.remove(id)),
    "layout.pages": (input, caller) => output.pages(input, caller),
    "pages.draw": (input, caller) => pages.run(caller, (signal) => output.drawPages(input, signal)),
    "pages.face": (input, caller) => pages.run(caller, (signal) => output.pagesFace(input, signal)),
    "pages.cancel": (_, caller) => {
      pages.cancel(caller);
      return done(Promise.resolve());
    },
    "export.chooseFolder": (input, caller) => output.chooseFolder(input, caller),
    "export.plan": (input, caller) => output.plan(input, caller),
    "export.run": (input, caller) => output.run(input, caller),
    "export.cancel": (input, caller) => output.cancel(input, caller),
    "export.reveal": (input, caller) => output.reveal(input, caller),
    "inspection.export": (input, caller) => output.exportInspection(input, caller),
    "comparison.plan": (input, caller) => output.planComparison(input, caller),
    "comparison.export": (input, caller) => comparing.run(caller, (signal) => output.exportComparison(input, signal)),
    "comparison.cancel": (_, caller) => {
      comparing.cancel(caller);
      return done(Promise.resolve());
    },
    "checkSheet.plan": (input, caller) => output.planCheckSheet(input, caller),
    "checkSheet.export": (input, caller) => sheets.run(caller, (signal) => output.exportCheckSheet(input, signal)),
    "checkSheet.cancel": (_, caller) => {
      sheets.cancel(caller);
      return done(Promise.resolve());
    },
    "houseStyle.read": async () => ({ style: await houseStyle.read() }),
    "houseStyle.readFile": ({ fileName, bytes }) => Promise.resolve({ style: readHouseStyleFile(bytes, fileName) }),
    "houseStyle.readSample": ({ fileName, bytes }) => readSampleStyle({ name: fileName, bytes }),
    "houseStyle.save": ({ style }) => done(houseStyle.write(style)),
    "house.read": async () => ({ directory: await store.directory.read(), words: await store.words.read() }),
    "directory.save": ({ entries, baseRevision }) => store.directory.save(entries, baseRevision),
    "directory.propose": (_, caller) => proposing.run(caller, (signal) => store.proposeForDirectory(signal)),
    "directory.cancelPropose": (_, caller) => {
      proposing.cancel(caller);
      return done(Promise.resolve());
    },
    "words.save": ({ entries, baseRevision }) => store.words.save(entries, baseRevision),
    "sheet.read": async ({ fileName: name, bytes }) => ({ rows: await readSheetInThread({ name, bytes }) }),
    "houseList.plan": (input, caller) => output.planHouseList(input, caller),
    "houseList.export": (input, caller) => output.exportHouseList(input, caller),
    "settings.read": () => settings.read(),
    "settings.change": (change) => settings.change(change),
  };
}
