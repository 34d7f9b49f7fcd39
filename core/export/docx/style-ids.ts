/** Ids of the styles; where Word has a style of its own for the purpose, its id. */
export const styleIds = {
  normal: "Normal",
  defaultFont: "DefaultParagraphFont",
  tableNormal: "TableNormal",
  tableGrid: "TableGrid",
  noList: "NoList",
  title: "Title",
  heading: (rank: number) => `Heading${rank}`,
  /** The heading's face for a part of a paragraph. */
  headingPart: (rank: number) => `Heading${rank}Char`,
  body: "BodyText",
  recipients: "Salutation",
  signatory: "Signature",
  date: "Date",
  note: "ReportNote",
  caption: "Caption",
  flush: "ReportFlush",
  image: "ReportImage",
  footer: "Footer",
  tableText: "TableText",
  tableHead: "TableHead",
  tableEnd: "TableEnd",
} as const;
