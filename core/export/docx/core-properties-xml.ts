import { element, textElement, xmlDeclaration } from "./xml.ts";

export type CoreProperties = {
  readonly title: string;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
};

const namespaces = {
  "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
} as const;

/** Fractions of a second are not in the form that Word reads. */
const wholeSeconds = (time: string): string => time.replace(/\.\d+Z$/u, "Z");

/** `docProps/core.xml`: title, author and times of the report itself, so that the same report gives the same file. */
export function corePropertiesXml({ title, author, createdAt, updatedAt }: CoreProperties): string {
  const time = { "xsi:type": "dcterms:W3CDTF" };
  return (
    xmlDeclaration +
    element(
      "cp:coreProperties",
      namespaces,
      textElement("dc:title", title),
      textElement("dc:creator", author),
      textElement("cp:lastModifiedBy", author),
      textElement("dcterms:created", wholeSeconds(createdAt), time),
      textElement("dcterms:modified", wholeSeconds(updatedAt), time),
    )
  );
}
