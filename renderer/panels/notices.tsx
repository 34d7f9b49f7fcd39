import { dismissNotice, useStore } from "../store.ts";
import { NoticeBar } from "../ui/notice-bar.tsx";

/** The lasting messages of the window, under the header. */
export function Notices() {
  const notices = useStore((state) => state.notices);
  return notices.map((notice) => (
    <NoticeBar
      key={notice.id}
      tone={notice.tone}
      details={notice.details ?? []}
      onDismiss={() => dismissNotice(notice.id)}
    >
      {notice.message}
    </NoticeBar>
  ));
}
