import { type Settings } from "../../core/contract.ts";
import { call } from "../desk.ts";
import { useStore } from "../store.ts";
import { announceFailure } from "../ui/toast.tsx";

/** Changes settings at once and stores them; what cannot be stored still holds until the window closes. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  useStore.setState((state) => ({ settings: { ...state.settings, ...change } }));
  try {
    await call("settings.change", change);
  } catch (error) {
    announceFailure(error);
  }
}
