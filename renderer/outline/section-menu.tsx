import { ContextMenu } from "@base-ui/react/context-menu";
import { ArrowDown, ArrowUp, CheckCheck, IndentDecrease, IndentIncrease, Pencil, Plus, Trash2 } from "lucide-react";
import { type ReactElement, useState } from "react";
import { type OutlineSection } from "../../core/document/outline.ts";
import { MenuItem, MenuSeparator } from "../ui/menu.tsx";
import menuStyles from "../ui/menu.module.css";
import { unlessDialogOpened } from "../ui/use-return-focus.ts";
import { addBehind, canShift, isHeaded, remove, shift } from "./section-actions.ts";
import { moveSectionBy, toggleDone } from "./tree-keys.ts";

type SectionMenuProps = {
  readonly outline: readonly OutlineSection[];
  readonly editable: boolean;
  readonly onRename: (position: number) => void;
  /** The tree. */
  readonly children: ReactElement;
};

/** The menu of a section: by the right button of the mouse, the menu key or Shift+F10. */
export function SectionMenu({ outline, editable, onRename, children }: SectionMenuProps) {
  const [position, setPosition] = useState(-1);
  const section = outline[position];
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        render={children}
        onContextMenu={(event) => {
          const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-position]") : null;
          setPosition(row ? Number(row.dataset["position"]) : -1);
        }}
      />
      <ContextMenu.Portal role="region" aria-label="菜单">
        <ContextMenu.Positioner className={menuStyles.positioner}>
          <ContextMenu.Popup
            className={menuStyles.popup}
            aria-label="本节"
            finalFocus={unlessDialogOpened(
              () =>
                document.querySelector<HTMLElement>('[role="treeitem"] input') ??
                document.querySelector<HTMLElement>(`[role="treeitem"][data-position="${position}"]`),
            )}
          >
            {section && (
              <Items section={section} position={position} editable={editable} onRename={() => onRename(position)} />
            )}
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

type ItemsProps = {
  readonly section: OutlineSection;
  readonly position: number;
  readonly editable: boolean;
  readonly onRename: () => void;
};

function Items({ section, position, editable, onRename }: ItemsProps) {
  const canEdit = editable && isHeaded(section);
  const isDone = section.status === "done";
  return (
    <>
      <MenuItem label="改名" icon={Pencil} shortcut="F2" disabled={!canEdit} onSelect={onRename} />
      <MenuItem
        label={isDone ? "取消已完成" : "标为已完成"}
        icon={CheckCheck}
        shortcut="Space"
        disabled={!editable}
        onSelect={() => toggleDone(section, editable)}
      />
      <MenuSeparator />
      <MenuItem
        label="升一级"
        icon={IndentDecrease}
        shortcut="Alt+ArrowLeft"
        disabled={!canEdit || !canShift(section, -1)}
        onSelect={() => shift(section, -1)}
      />
      <MenuItem
        label="降一级"
        icon={IndentIncrease}
        shortcut="Alt+ArrowRight"
        disabled={!canEdit || !canShift(section, 1)}
        onSelect={() => shift(section, 1)}
      />
      <MenuItem
        label="上移"
        icon={ArrowUp}
        shortcut="Alt+ArrowUp"
        disabled={!canEdit}
        onSelect={() => moveSectionBy(position, "up")}
      />
      <MenuItem
        label="下移"
        icon={ArrowDown}
        shortcut="Alt+ArrowDown"
        disabled={!canEdit}
        onSelect={() => moveSectionBy(position, "down")}
      />
      <MenuSeparator />
      <MenuItem
        label="在后面加一节"
        icon={Plus}
        shortcut="Insert"
        disabled={!editable}
        onSelect={() => addBehind(section)}
      />
      <MenuItem
        label="删除本节"
        icon={Trash2}
        shortcut="Delete"
        danger
        disabled={!canEdit}
        onSelect={() => remove(section)}
      />
    </>
  );
}
