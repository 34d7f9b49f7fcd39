import { type HouseStyle } from "../../core/layout/rules/house-style.ts";
import { layoutOf } from "../../core/layout/rules/layout.ts";
import { call } from "../desk.ts";
import { useStore } from "../store.ts";
import { announceFailure } from "../ui/toast.tsx";

/**
 * Stores the style and lays the page out by it; one that cannot be stored holds nowhere, so that screen and files stay
 * alike.
 */
export async function changeHouseStyle(style: HouseStyle): Promise<boolean> {
  try {
    await call("houseStyle.save", { style });
  } catch (error) {
    announceFailure(error);
    return false;
  }
  useStore.setState({ layout: layoutOf(style) });
  return true;
}
