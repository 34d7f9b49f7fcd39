import { useEffect, useState } from "react";

/** Work that takes longer than this shows that it goes on. */
const PROGRESS_AFTER_MS = 400;

/** True once `active` has lasted so long that the user should see progress. */
export function useAfterDelay(active: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setTimeout(() => setLate(true), PROGRESS_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [active]);
  return active && late;
}
