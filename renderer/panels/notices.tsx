import { dismissNotice, useStore } from "../store.ts";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { NoticeBar } from "../ui/notice-bar.tsx";

/** The lasting messages of the window, under the header. */
export function Notices() {
  const notices = useStore((state) => state.notices);
  const hasTitle = useEditorSnapshot(({ title }) => title.trim() !== "") ?? false;
  const shown = notices.filter(({ isOfMissingTitle }) => isOfMissingTitle !== true || !hasTitle);
  return shown.map((notice) => (
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
