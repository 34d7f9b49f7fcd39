import { classNames } from "../ui/class-names.ts";
import { VirtualRows } from "../ui/virtual-rows.tsx";
import pageStyles from "../pages/pages.module.css";
import styles from "./preview-pane.module.css";
import { useDrawnPage } from "./sheet.tsx";
import { type ShownPage } from "./use-preview.ts";

const ROW_PX = 134;
const BOX_PX = { width: 76, height: 108 } as const;

type ThumbnailsProps = {
  readonly pages: readonly ShownPage[];
  readonly familyOf: (face: string) => string;
  /** From 0. */
  readonly current: number;
  readonly onGo: (page: number) => void;
};

/** All pages in small; only those in sight are drawn. */
export function Thumbnails({ pages, familyOf, current, onGo }: ThumbnailsProps) {
  return (
    <nav className={styles.thumbnails} aria-label="缩略图">
      <VirtualRows
        label="各页缩略图"
        count={pages.length}
        rowHeightPx={ROW_PX}
        current={current}
        renderRow={(index) => {
          const shown = pages[index];
          return (
            shown && (
              <div className={styles.thumbnail} data-current={index === current || undefined}>
                <Thumbnail shown={shown} familyOf={familyOf} />
                {/* over the picture and not around it: its name is the number, not the words of the page */}
                <button
                  type="button"
                  className={styles.thumbnailButton}
                  data-row-focus
                  aria-label={`转到第 ${index + 1} 页`}
                  aria-current={index === current ? "page" : undefined}
                  onClick={() => onGo(index)}
                >
                  {index + 1}
                </button>
              </div>
            )
          );
        }}
      />
    </nav>
  );
}

function Thumbnail({ shown, familyOf }: Pick<ThumbnailsProps, "familyOf"> & { readonly shown: ShownPage }) {
  const place = useDrawnPage(shown, familyOf);
  const { widthPt, heightPt } = shown.page;
  const scale = Math.min(BOX_PX.width / widthPt, BOX_PX.height / heightPt);
  return (
    <div className={styles.thumbnailBox} aria-hidden>
      <div
        ref={place}
        className={classNames(styles.drawing, styles.small, pageStyles["page"])}
        style={{ width: widthPt * scale, height: heightPt * scale }}
      />
    </div>
  );
}
