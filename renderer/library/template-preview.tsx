import { type TemplateSummary } from "../../core/contract.ts";
import styles from "./template-preview.module.css";

/** What a template is for and how a report made from it is built. */
export function TemplatePreview({ template }: { readonly template: TemplateSummary }) {
  return (
    <section className={styles.preview} aria-label={`模板“${template.name}”的提纲`} tabIndex={0}>
      <p className={styles.summary}>{template.summary}</p>
      {template.outline.length > 0 && (
        <ol className={styles.outline}>
          {template.outline.map((heading, index) => (
            <li key={index} className={styles.heading} data-level={heading.level}>
              {heading.number}
              {heading.level === 0 && heading.number !== "" && "　"}
              {heading.text}
            </li>
          ))}
        </ol>
      )}
      {template.deadlines.length > 0 && (
        <>
          <h4>时限和要求</h4>
          <ul className={styles.deadlines}>
            {template.deadlines.map((deadline) => (
              <li key={deadline}>{deadline}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
