import { type FontUse } from "../../core/contract.ts";
import { fontChains } from "../../core/layout/fonts.ts";
import styles from "./export-dialog.module.css";
import { fontRoleNames } from "./export-wording.ts";

/** Says which official faces this computer lacks, and what stands in for them. Nothing when none is missing. */
export function SubstitutedFaces({ fonts }: { readonly fonts: readonly FontUse[] }) {
  const substituted = fonts.filter((font) => font.substituted);
  if (substituted.length === 0) return null;
  return (
    <details className={styles.faces}>
      <summary>这台计算机缺 {substituted.length} 种公文字体，已用相近的字体代替</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">用在</th>
            <th scope="col">应为</th>
            <th scope="col">代用</th>
          </tr>
        </thead>
        <tbody>
          {substituted.map((font) => (
            <tr key={font.role}>
              <td>{fontRoleNames[font.role]}</td>
              <td>{font.requested}</td>
              <td>{fontChains[font.role].fallbackName}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>安装这些字体后再导出，就用正式的字体。Word 文档里写的仍是正式字体的名字，到装有字体的计算机上打开即可。</p>
    </details>
  );
}
