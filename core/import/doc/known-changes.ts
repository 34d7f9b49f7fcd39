import type { Change } from "./property-changes.ts";
import type { Tally } from "../word/document-items.ts";
import { noteUnknown } from "../word/unknown.ts";

const codes = (list: string): ReadonlySet<number> =>
  new Set(
    list
      .trim()
      .split(/\s+/u)
      .map((code) => Number.parseInt(code, 16)),
  );

/**
 * Changes that this program reads or knows to be looks alone ([MS-DOC] 2.6.1–2.6.4), by what they belong to; at the end of
 * each list those of Word 6 and of WPS. One that is not named here may mean anything, and is told.
 */
const known = {
  character: codes(`
    0800 0801 0802 0806 080a 0811 0818 0835 0836 0837 0838 0839 083a 083b 083c 0854 0855 0856 0858 085a 085c 085d 0868 0875
    0882 2859 286f 2879 2a0c 2a33 2a34 2a3e 2a42 2a48 2a53 2a83 2a86 2a90 4804 4807 4845 484b 484e 4852 485f 4863 4866 4867
    486d 486e 4873 4874 4888 4a30 4a43 4a4f 4a50 4a51 4a5e 4a60 4a61 6805 6815 6816 6817 6864 6865 6870 6877 6887 6a03 6a09
    6a12 8840 c81a ca31 ca47 ca57 ca62 ca71 ca72 ca76 ca78 ca85 ca89
    2a44 2a46 484c 4a41 486b 484f ca49 ca4a ca4c ca4d`),
  paragraph: codes(`
    2403 2404 2405 2406 2407 240c 2416 2417 2423 242a 2430 2431 2432 2433 2434 2435 2436 2437 2438 2441 2443 2447 2448 244b
    244c 245a 245b 245c 2461 2462 246d 2470 2471 2602 260a 261b 2640 2664 442b 442c 442d 4439 443a 4455 4456 4457 4458 4459
    4468 4600 460b 4610 465f 6412 6424 6425 6426 6427 6428 6465 6467 6629 6645 6646 6649 664a 646b 6654 8411 8418 8419 841a
    840e 840f 842e 842f 845d 845e 8460 a413 a414 c601 c60d c615 c632 c634 c63e c63f c645 c64d c64e c64f c650 c651 c652 c653
    c666 c669 c66c c66f`),
  table: codes(`
    3403 3404 3465 3466 347c 347d 3488 3489 360d 3615 3619 3668 5400 548a 560b 5622 5624 5625 563a 5664 7469 7479 740a 7621
    7623 7629 9407 940e 940f 9410 9411 941e 941f 9601 9602 d605 d606 d608 d609 d60c d612 d613 d616 d61a d61b d61c d61d d620
    d62b d62c d62d d62e d62f d632 d633 d634 d635 d639 d63e d642 d660 d662 d667 d66a d670 d671 d672 d47f d680 d681 d682 d683
    d684 d685 d686 d687 f614 f617 f618 f636 f661 d61e d61f d622 d623 d63a d63b d63c d640 7627 7628 d66e`),
  section: codes(`
    3000 3001 3005 3006 3009 300a 300e 3010 3011 3012 3013 3019 301a 301d 3228 322a 3239 303b 303c 303e 3229 5007 5008 500b
    3014 5014 5015 501b 501c 5026 522f 5032 5033 503f 5040 5041 5042 702b 702c 702d 702e 7030 703a 7044 900c 9016 9023 9024 9031
    b017 b018 b01f b020 b021 b022 b025 d202 d22f d234 d235 d236 d237 d238 d243 f203 f204`),
} as const;

const names = { character: "字符属性", paragraph: "段落属性", table: "表格属性", section: "节属性" } as const;

/** Tells changes that no reader knows. */
export function checkChanges(changes: readonly Change[], kind: keyof typeof known, tally: Tally): void {
  for (const { code } of changes) {
    if (known[kind].has(code)) continue;
    noteUnknown(tally, "格式", `${names[kind]} 0x${code.toString(16).toUpperCase().padStart(4, "0")}`);
  }
}
