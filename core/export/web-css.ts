/**
 * Style of the page for a website. A screen is no sheet of paper: GB/T 9704 does not apply here, sizes are the
 * reader's own (em), and the faces are whatever class the reader's computer has.
 */
export const webCss = `body { margin: 0; color: #1f2328; background: #fff; }
.report { max-width: 44em; margin: 0 auto; padding: 2.5em 1.25em 4em; font: 1.0625em/1.9 FangSong, STFangsong, "Noto Serif SC", serif; overflow-wrap: anywhere; }
.report :is(h1, h2, h3, h4, h5, h6, p, figure) { margin: 0; font-size: 1em; font-weight: normal; }
.report-title { margin: 0 0 1.5em; font: 700 1.6em/1.5 "Noto Serif SC", STZhongsong, SimSun, serif; text-align: center; text-wrap: balance; }
.report h1.report-title { margin-bottom: 1em; font-size: 1.6em; font-weight: 700; }
.report-paragraph, .report-heading { text-indent: 2em; text-align: justify; }
.report-heading[data-form="standalone"]:is([data-level="0"], [data-level="1"]) { margin-top: 0.75em; font-family: SimHei, "Noto Sans SC", sans-serif; }
.report-heading[data-level="0"][data-form="standalone"] { text-align: center; text-indent: 0; }
.heading-part { display: inline; }
.report :is(sup, sub) { font-size: 0.7em; line-height: 0; }
.report-heading[data-form="standalone"][data-level="2"], [data-level="2"] > .heading-part { font-family: KaiTi, STKaiti, "LXGW WenKai", serif; }
:is([data-level="0"], [data-level="1"]) > .heading-part { font-family: SimHei, "Noto Sans SC", sans-serif; }
.report-line[data-role="note"] { text-indent: 2em; }
.signature-block { margin-top: 1.5em; text-align: right; }
.letterhead { margin-bottom: 2em; border-bottom: 2px solid #c4161c; padding-bottom: 0.5em; }
.letterhead-mark { color: #c4161c; font: 700 2em/1.4 "Noto Serif SC", STZhongsong, SimSun, serif; text-align: center; }
.report .letterhead-mark { font-size: 2em; font-weight: 700; }
.letterhead-number { text-align: center; }
.imprint { margin-top: 2em; border-block: 1px solid #1f2328; font-size: 0.9em; }
.report .draft-stamp { margin-bottom: 1em; font-family: SimHei, "Noto Sans SC", sans-serif; text-align: right; }
.report-table { width: 100%; margin: 1em 0; border-collapse: collapse; font-size: 0.9em; line-height: 1.6; }
.report-table :is(th, td) { padding: 0.3em 0.6em; border: 1px solid #8a929c; text-align: left; }
.report-table th { font-family: SimHei, "Noto Sans SC", sans-serif; font-weight: normal; text-align: center; }
.report-table [data-align="center"] { text-align: center; }
.report-table [data-align="end"] { text-align: right; }
.report-image { margin: 1em 0; text-align: center; }
.report-image img { width: calc(var(--image-width) * 1pt); max-width: 100%; height: auto; }
.page-break { height: 2em; }`;
