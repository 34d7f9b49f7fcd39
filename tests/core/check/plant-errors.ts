/** A text with one error in it. */
type Planted = {
  readonly lines: readonly string[];
  /** Index of the line with the error. */
  readonly line: number;
  /** The words that are wrong; null: the report as a whole. */
  readonly words: string | null;
};

type Planter = { readonly rule: string; readonly plant: (lines: readonly string[]) => readonly Planted[] };

/** Every place of a pattern, with other words written there one at a time. The sign-off is read into 公文要素. */
const writing =
  (pattern: RegExp, write: (match: RegExpExecArray) => { readonly text: string; readonly words: string }) =>
  (lines: readonly string[]): readonly Planted[] =>
    lines.slice(0, -2).flatMap((line, at) =>
      Array.from(line.matchAll(pattern), (match): Planted => {
        const { text, words } = write(match);
        const planted = line.slice(0, match.index) + text + line.slice(match.index + match[0].length);
        return { lines: lines.with(at, planted), line: at, words };
      }),
    );

/** Other words for those of a pattern, which are themselves what is wrong. */
const instead = (pattern: RegExp, text: string, words = text) => writing(pattern, () => ({ text, words }));

/** Lines of which something is made as a whole. */
const lineWise =
  (pattern: RegExp, write: (line: string) => string, words: (line: string) => string | null = () => null) =>
  (lines: readonly string[]): readonly Planted[] =>
    lines.flatMap((line, at): readonly Planted[] => {
      if (!pattern.test(line)) return [];
      const planted = write(line);
      return [{ lines: lines.with(at, planted), line: at, words: words(planted) }];
    });

const body = /^(?![一二三四五六]、|（|附件|2\.|青石|县政府|\d{4}年1月)./u;
const sentenceEnd = /(?<=[\u4e00-\u9fff])。(?=[\u4e00-\u9fff])/gu;
const sentence = (text: string) => writing(sentenceEnd, () => ({ text: `。${text}。`, words: text }));

const han = "\\u4e00-\\u9fff";

/** One entry a rule: how its error is made. */
export const planters: readonly Planter[] = [
  { rule: "PU-01", plant: instead(new RegExp(`(?<=[${han}])，(?=[${han}])`, "gu"), ",") },
  { rule: "PU-01.stop", plant: instead(sentenceEnd, ".") },
  { rule: "PU-01.ordinal", plant: lineWise(/^（[一二三四五六]）/u, (line) => line.replace(/^（(.)）/u, "($1)")) },
  { rule: "PU-02", plant: instead(/(?<=第[一二三])，/gu, "、") },
  { rule: "PU-02.ordinal", plant: (lines) => listed(lines, "1、", "2、") },
  { rule: "PU-03", plant: lineWise(/^（[一二三四五六]）/u, (line) => line.replace(/^（(.)）/u, "（$1）、")) },
  { rule: "PU-03.text", plant: sentence("重点抓好两件事：（一）、健全制度，（二）强化落实") },
  { rule: "PU-05", plant: instead(/”(?!“)/gu, "", "“") },
  { rule: "PU-05.nested", plant: sentence("会议强调，“要落实“谁执法谁普法”责任制，压实责任”") },
  {
    rule: "PU-06",
    plant: writing(/“([^“”]{2,12})”/gu, ([, words = ""]) => ({ text: `"${words}"`, words: `"${words}"` })),
  },
  { rule: "PU-06.unpaired", plant: instead(/(?<=。)(?=[\u4e00-\u9fff])/gu, '"') },
  { rule: "PU-07", plant: sentence("各项制度、机制、办法...逐步完善") },
  { rule: "PU-08", plant: sentence("组织实施审计质量提升行动计划（2023-2025年）") },
  { rule: "PU-08.months", plant: sentence("1-11月审计任务有序推进") },
  { rule: "PU-08.numbers", plant: sentence("每个股室选派3-5人参加集中学习") },
  { rule: "PU-09", plant: instead(new RegExp(`(?<=[${han}])，(?=[${han}])`, "gu"), "，，") },
  { rule: "PU-09.adjoining", plant: instead(new RegExp(`(?<=[${han}])，(?=[${han}])`, "gu"), "，；") },
  {
    rule: "PU-10",
    plant: lineWise(
      /^（[一二三四五六]）/u,
      (line) => `${line}。`,
      () => "。",
    ),
  },
  { rule: "PU-11", plant: (lines) => [{ lines: lines.with(0, `${lines[0] ?? ""}。`), line: 0, words: "。" }] },
  { rule: "PU-12", plant: (lines) => attachment(lines, "附件：1.审计项目清单；", "2.整改情况汇总表。") },
  { rule: "PU-13", plant: instead(/〔2025〕/gu, "[2025]") },
  { rule: "PU-13.serial", plant: instead(/(?<=〕)3号/gu, "03号", "0") },
  {
    rule: "PU-17",
    plant: writing(new RegExp(`(?<=[${han}])\\d+(?=[${han}])`, "gu"), ([number]) => ({
      text: ` ${number}`,
      words: " ",
    })),
  },
  {
    rule: "PU-17.words",
    plant: instead(
      /(?<=[\u4e00-\u9fff]{2}[党业力制理督作设治计关施查准训见])(?=(?:审计|制度|工作|部门|干部|单位)[^。]{0,80}，)(?![^《》]*》)/gu,
      " ",
    ),
  },
  { rule: "PU-18", plant: instead(/(?<=[\u4e00-\u9fff])\d(?=[\u4e00-\u9fff])/gu, "５") },
  { rule: "NU-04", plant: sentence("对照二零三五年远景目标谋划工作") },
  { rule: "NU-04.width", plant: sentence("对照二０三五年远景目标谋划工作") },
  { rule: "NU-02", plant: sentence("二〇二五年各项任务全面完成") },
  { rule: "NU-02.short", plant: sentence("24年12月以来持续开展集中整治") },
  { rule: "NU-05", plant: sentence("办理时限压缩10～15%左右") },
  { rule: "NU-06", plant: sentence("为群众挽回损失3千元") },
  { rule: "NU-08", plant: sentence("建议采纳率比上年提高3%") },
  { rule: "NU-08.times", plant: sentence("重复信访量下降2倍") },
  { rule: "NU-08.point", plant: sentence("建议采纳率提高3百分点") },
  { rule: "NU-09", plant: sentence("截止2025年底，各项任务全部完成") },
  { rule: "NU-10", plant: sentence("2025年2月30日召开审计工作会议") },
  { rule: "NU-10.spoken", plant: sentence("2025年3月15号召开审计工作会议") },
  { rule: "NU-10.zero", plant: sentence("2025年03月05日召开审计工作会议") },
  { rule: "NU-16", plant: sentence("截至2026年3月底，所有整改任务办结") },
  { rule: "NU-12", plant: instead(/(?<=审计项目)36个/gu, "38个") },
  { rule: "NU-12.part", plant: instead(/(?<=已整改)180个/gu, "208个") },
  { rule: "NU-12.part", plant: instead(/(?<=经济责任审计)14个/gu, "41个") },
  { rule: "NU-12.share", plant: instead(/(?<=整改率)90%/gu, "95%") },
  { rule: "NU-12.growth", plant: instead(/(?<=增长)12\.5%/gu, "21.5%") },
  { rule: "NU-13", plant: sentence("提出审计建议20条，采纳率93%") },
  { rule: "NU-14", plant: (lines) => sentence("全年完成审计项目39个")(lines).map((one) => ({ ...one, words: null })) },
  { rule: "NU-07", plant: instead(/(?<=资料)1200余份/gu, "1,200份，复核案卷3400份、底稿5600份", "1,200") },
  { rule: "NU-15", plant: sentence("2021年，我局组织开展执法检查8次") },
  { rule: "SEQ-1", plant: lineWise(/^（三）/u, (line) => line.replace("三", "五")) },
  { rule: "SEQ-1.repair", plant: lineWise(/^四、/u, (line) => line.replace("四", "五")) },
  {
    rule: "SEQ-2",
    plant: lineWise(/^（[一二三]）/u, (line) =>
      line.replace(/^（(.)）/u, (_, n: string) => `（${"一二三".indexOf(n) + 1}）`),
    ),
  },
  { rule: "SEQ-3", plant: reversedLevels },
  { rule: "SEQ-4", plant: instead(/(?<=。)二是/gu, "三是") },
  { rule: "SEQ-4.paragraphs", plant: (lines) => listed(lines, "一是健全制度，堵塞漏洞。", "三是强化督查，推动落实。") },
  { rule: "SEQ-6", plant: lineWise(/^（[一二三四五六]）/u, (line) => line.replace(/^（.）/u, "$&$&")) },
  { rule: "ST-2", plant: lineWise(/^（五）/u, () => "（五）规范公正文明执法") },
  { rule: "ST-3", plant: (lines) => [{ lines: lines.slice(1), line: 0, words: null }] },
  {
    rule: "ST-3.kind",
    plant: (lines) => [{ lines: lines.with(0, (lines[0] ?? "").replace(/情况的报告$/u, "")), line: 0, words: null }],
  },
  {
    rule: "ST-4",
    plant: (lines) => [{ lines: lines.with(1, "县政府办公室，各乡镇人民政府。"), line: 1, words: null }],
  },
  { rule: "ST-5", plant: sentence("具体情况见附件3") },
  {
    rule: "TY-1",
    plant: writing(/(?<=[\u4e00-\u9fff]{2})的(?=[\u4e00-\u9fff]{2})/gu, () => ({ text: "的的", words: "的的" })),
  },
  {
    rule: "TY-1.word",
    plant: writing(/(?<=对[\u4e00-\u9fff]{2,12})进行|认真|严格|及时|切实/gu, ([word]) => ({
      text: word + word,
      words: word + word,
    })),
  },
  { rule: "TY-2", plant: sentence("健全审计整改台帐制度") },
  { rule: "TY-2.replaced", plant: sentence("推进“金审工程”建设，完善“金审工程”平台，依托“强审工程”共享数据") },
  { rule: "TY-3.bookmark", plant: sentence("[bookmark: _GoBack]持续改进工作作风") },
  { rule: "TY-3.field", plant: sentence("工作流程见PAGEREF _Toc12 \\h 目录") },
  { rule: "TY-3.field-error", plant: sentence("工作流程见错误!未找到引用源") },
  { rule: "TY-3.page-number", plant: (lines) => between(lines, "— 3 —") },
  {
    rule: "TY-3.web-page",
    plant: (lines) => [{ lines: [...lines, "打印本页 关闭窗口"], line: lines.length, words: null }],
  },
  { rule: "TY-3.control", plant: instead(/(?<=[\u4e00-\u9fff]{2})(?=审计)/gu, "\u200b") },
  { rule: "TY-3.look-alike", plant: instead(/工(?=作)/gu, "⼯") },
  { rule: "TY-3.unreadable", plant: instead(/(?<=[\u4e00-\u9fff]{2})(?=审计)/gu, "\ufffd") },
  { rule: "PH-1", plant: instead(/习近平法治思想/gu, "习近平新时代法治思想") },
  { rule: "PH-2", plant: sentence("坚定“四个自信”，增强“四个意识”，坚决做到“两个维护”") },
  { rule: "PH-3", plant: instead(/二十届二中、三中、四中全会/gu, "二十届二中、三中、八中全会") },
  { rule: "PH-4", plant: sentence("严格执行《规定》要求") },
  {
    rule: "PH-4.law",
    plant: (lines) => sentence("严格执行《审计法》")(withLast(lines, "推动《中华人民共和国审计法》落地见效。")),
  },
  {
    rule: "PH-4.early",
    plant: (lines) => sentence("落实《规程》要求")(withLast(lines, "修订《审计项目管理规程》（以下简称《规程》）。")),
  },
  {
    rule: "PH-4.organ",
    plant: (lines) =>
      sentence("会同县财政局开展检查")(withLast(lines, "青石县财政局（以下简称县财政局）落实整改要求。")),
  },
  { rule: "PH-1.own", plant: sentence("项目资料全部录入审计管理系统") },
  { rule: "PH-5.listed", plant: sentence("本局干部全部参加学习") },
  { rule: "PH-5", plant: sentence("本局干部全部参加考试") },
  { rule: "RP-1", plant: repeated },
  {
    rule: "RP-2",
    plant: (lines) =>
      lines.flatMap((_, at) =>
        at > 20 && body.test(lines[at] ?? "")
          ? [
              {
                lines: lines.with(
                  at,
                  `${lines[at] ?? ""}聘请法律顾问1名，选配公职律师2名，全年审查合同和协议28份，提出法律意见26条。`,
                ),
                line: at,
                words: null,
              },
            ]
          : [],
      ),
  },
];

/** Two lines of a list below a heading. */
function listed(lines: readonly string[], first: string, second: string): readonly Planted[] {
  return lines.flatMap((line, at): readonly Planted[] => {
    if (!/^（[一二三四五六]）/u.test(line)) return [];
    const words = first.length > 2 ? [first, second] : [`${first}健全工作制度`, `${second}完善运行机制`];
    return [{ lines: [...lines.slice(0, at + 2), ...words, ...lines.slice(at + 2)], line: at + 2, words: null }];
  });
}

/** A sentence more at the end of the last paragraph. */
const withLast = (lines: readonly string[], text: string): readonly string[] => {
  const at = lines.findLastIndex((line) => body.test(line));
  return lines.with(at, `${lines[at] ?? ""}${text}`);
};

/** A line between two paragraphs. */
function between(lines: readonly string[], text: string): readonly Planted[] {
  return lines.flatMap((line, at): readonly Planted[] =>
    body.test(line)
      ? [{ lines: [...lines.slice(0, at + 1), text, ...lines.slice(at + 1)], line: at + 1, words: text }]
      : [],
  );
}

function attachment(lines: readonly string[], first: string, second: string): readonly Planted[] {
  const at = lines.findIndex((line) => line.startsWith("附件："));
  return [{ lines: lines.with(at, first).with(at + 1, second), line: at, words: null }];
}

/** 1. above （一）: the levels of one part change places. */
function reversedLevels(lines: readonly string[]): readonly Planted[] {
  return lines.flatMap((line, at): readonly Planted[] =>
    /^[一四]、/u.test(line)
      ? [
          {
            lines: [...lines.slice(0, at + 1), "1.总体安排", "全年任务按计划推进，没有遗漏。", ...lines.slice(at + 1)],
            line: at + 3,
            words: null,
          },
        ]
      : [],
  );
}

/** The first sentence of one paragraph once more at the end of another. */
function repeated(lines: readonly string[]): readonly Planted[] {
  const paragraphs = lines.flatMap((line, at) => (body.test(line) && line.length > 60 ? [at] : []));
  return paragraphs.slice(2).map((at, index): Planted => {
    const source = lines[paragraphs[index + 1] ?? 0] ?? "";
    const first = `${source.split("。")[1] ?? ""}。`;
    return { lines: lines.with(at, `${lines[at] ?? ""}${first}`), line: at, words: first };
  });
}
