import { Check, Triangle } from "lucide-react";
import { type InspectedPlace, type InspectionRow } from "../../core/inspect/inspection.ts";
import { type Meta } from "../../core/document/schema.ts";
import { strengthText } from "../../core/inspect/wording.ts";
import { type MetaKey, metaFields } from "../meta/meta-fields.ts";
import { useStore } from "../store.ts";
import { goToTarget, type LeadingTarget, useExport } from "./export-session.ts";
import styles from "./inspection-dialog.module.css";

/** Rows of one verdict; each place leads into the text as long as the report is open. */
export function InspectionTable({ name, rows }: { readonly name: string; readonly rows: readonly InspectionRow[] }) {
  const isLook = rows[0]?.verdict === "attention";
  const Icon = isLook ? Triangle : Check;
  return (
    <table className={styles.table} data-verdict={isLook ? "attention" : "ok"}>
      <caption>
        <Icon size={13} strokeWidth={2} aria-hidden />
        {name}
        <span className={styles.count}>{rows.length}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">实测</th>
          <th scope="col">应为</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            <td>
              {row.measured}
              <Places places={row.places} />
            </td>
            <td>{row.expected}</td>
            <td className={styles.source}>{strengthText(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Places({ places }: { readonly places: readonly InspectedPlace[] }) {
  const openId = useStore((state) => state.opened?.report.id);
  const isOpen = useExport((session) => session.reportId) === openId;
  if (places.length === 0) return null;
  return (
    <ul className={styles.places}>
      {places.map((place, index) => (
        <PlaceRow key={index} place={place} lead={leadOf(place, isOpen)} />
      ))}
    </ul>
  );
}

function PlaceRow({ place, lead }: { readonly place: InspectedPlace; readonly lead: LeadingTarget | null }) {
  const { page, words } = place;
  return (
    <li>
      {page !== null && <span className={styles.page}>第 {page} 页</span>}
      {lead === null ? (
        <span>{words}</span>
      ) : (
        <button type="button" className={styles.place} onClick={() => goToTarget(lead)}>
          {words === "" ? "到这一处" : words}
        </button>
      )}
    </li>
  );
}

/** Where a click leads to; null: the report is not open, or what stands there has no place in it. */
function leadOf({ target }: InspectedPlace, isOpen: boolean): LeadingTarget | null {
  if (target === null || !isOpen) return null;
  if (target.kind === "text") return target;
  const { element } = target;
  return isEdited(element) ? { kind: "element", element } : null;
}

const isEdited = (element: keyof Meta): element is MetaKey => element in metaFields;
