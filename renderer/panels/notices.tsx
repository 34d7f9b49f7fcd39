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

/** Says that the report is open in another window and cannot be written in this one. */
export function ReadOnlyBanner() {
  const isReadOnly = useStore((state) => state.opened?.access === "read");
  if (!isReadOnly) return null;
  return (
    <NoticeBar tone="warning">
      这份报告正在另一个窗口里编辑，这里只能看。在那个窗口里关闭它以后，这里会自动可以编辑。
    </NoticeBar>
  );
}
