import { ChartColumn, Hash } from "lucide-react";
import { readNumber } from "../../core/figures/printed-number.ts";
import { UNNAMED } from "../../core/figures/propose-figures.ts";
import { type Command } from "../command.ts";
import { type AppState, isWritable, setPanels } from "../store.ts";
import { announce } from "../ui/toast.tsx";
import { openFigure, useFigures } from "./figures-store.ts";
import { bindNumberAt } from "./ledger-actions.ts";

const inEditor = (state: AppState): boolean => state.route.kind === "editor";

const openFigures: Command = {
  id: "figures.open",
  label: "数据台账",
  group: "查找和跳转",
  icon: ChartColumn,
  shortcut: "Ctrl+Shift+D",
  enabled: inEditor,
  run: () => setPanels({ right: true, rightTab: "figures", hits: false }),
};

/** Makes the selected number a figure, or opens the one at the cursor. */
export const bindNumber: Command = {
  id: "figures.bind",
  label: "登记数据",
  group: "插入",
  icon: Hash,
  shortcut: "Ctrl+Shift+G",
  enabled: (state) => inEditor(state) && isWritable(state),
  run: (state) => {
    const selected = state.editor?.figures.selected() ?? null;
    if (selected?.kind === "figure") {
      openFigure(selected.id, true);
      return;
    }
    const number = selected === null ? null : readNumber(selected.text.trim());
    if (selected === null || number === null) {
      announce({ message: "请先选中一个数，可以连同单位，如“36个”，再登记为数据。" });
      return;
    }
    const known = useFigures
      .getState()
      .open.find(({ places }) =>
        places.some(
          ({ place }) =>
            place.block === selected.place.block &&
            place.row === selected.place.row &&
            place.cell === selected.place.cell &&
            place.start <= selected.place.start &&
            selected.place.start < place.end,
        ),
      );
    bindNumberAt(selected, known?.name ?? UNNAMED);
  },
};

export const figureCommands: readonly Command[] = [openFigures, bindNumber];
