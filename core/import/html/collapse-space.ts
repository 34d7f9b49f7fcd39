/**
 * White space of a page as it is read: its lines break where they like, so that inside Chinese such a break is nothing,
 * and everywhere else it is a space, as several spaces are one.
 */
export const collapseSpace = (text: string): string =>
  text
    .replaceAll(/(?<=[\u2E80-\u9FFF\uFF00-\uFFEF、。])[ \t]*[\r\n]+[ \t]*(?=[\u2E80-\u9FFF\uFF00-\uFFEF、。])/gu, "")
    .replaceAll(/[ \t\r\n\f]+/gu, " ");
