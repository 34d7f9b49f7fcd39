import { type Unfinished } from "../../core/check/unfinished.ts";
import { Button } from "../ui/button.tsx";
import { goToTarget } from "./export-session.ts";

type UnfinishedActionsProps = {
  readonly found: readonly Unfinished[];
  readonly onGoOn: () => void;
  readonly onClose: () => void;
  /** 仍然导出, unless something else is asked for. */
  readonly goOn?: string;
};

/** The answers to what is plainly unfinished: out with it as it is, or back to the first of it. */
export function UnfinishedActions({ found, onGoOn, onClose, goOn = "仍然导出" }: UnfinishedActionsProps) {
  const goBack = (): void => {
    const [first] = found;
    if (first) goToTarget(first.target);
    else onClose();
  };
  return (
    <>
      <Button key="go-on" onClick={onGoOn}>
        {goOn}
      </Button>
      <Button key="go-back" variant="primary" autoFocus onClick={goBack}>
        回去修改
      </Button>
    </>
  );
}
