import { describe, expect, it } from "vitest";
import { paragraphsOf } from "../../core/document/block-content.ts";
import { inlineText } from "../../core/document/content-text.ts";
import { metaSchema } from "../../core/document/schema.ts";
import { importText } from "../../core/import/text.ts";
import { applyRepairs } from "../../core/repair/apply-repairs.ts";
import { findRepairs } from "../../core/repair/find-repairs.ts";

const title = "青石县审计局2025年工作报告";
const body = "全年工作平稳推进，成效明显。";

/** What the safe repairs leave, whether a repair asks for the rest, and whether the import told of it. */
function cleaned(lines: readonly string[]) {
  const { blocks, meta, warnings } = importText(lines.join("\n"));
  const report = { blocks, meta: metaSchema.parse(meta), year: 2025 };
  const { repairs } = findRepairs(report);
  const left = applyRepairs(
    report,
    repairs.filter(({ isSafe }) => isSafe),
  );
  return {
    lines: left.blocks.flatMap((block) => paragraphsOf(block).map((content) => inlineText(content, 2025))),
    isAsked: repairs.some(({ kind, isSafe }) => kind === "web-page" && !isSafe),
    isTold: warnings.some(({ code }) => code === "residue-web-page"),
  };
}

/** Lines that portals put above a text or below it. */
const frame = [
  "分享到微信 微博 QQ空间", "分享到：", "来源：县审计局", "稿源：县审计局", "来源: 县审计局 发布时间: 2026-01-20",
  "浏览次数：123次", "浏览：123", "阅读 123", "点击：56次", "已阅 123 次", "您是第12345位访客", "浏览量：加载中",
  "字体：大 中 小", "【字体：大 中 小】", "[ 大 中 小 ]", "大 中 小", "A+ A-", "字号： 大 中 小 打印",
  "2026-01-20 10:20", "发布于 2026-01-20 10:20:33", "打印 关闭", "【打印】【关闭】", "收藏 打印 纠错",
  "上一篇：关于某事的通知", "上一篇 关于某事的通知", "下一篇", "下一条：没有了", "相关链接：", "相关文章", "友情链接",
  "网站声明 | 联系我们 | 网站地图", "责任编辑：李四", "（责任编辑：李四）", "责编：李四", "审核：王五 编辑：李四",
  "主办单位：青石县审计局 承办单位：青石县大数据局", "保护视力色：", "听全文", "我要纠错",
]; // prettier-ignore

describe("a line of the frame of a web page", () => {
  it.each(frame)("above or below the text goes whole and is told: %s", (line) => {
    const gone = { lines: [title, body, "二是加强学习。"], isAsked: false, isTold: true };
    expect(cleaned([title, line, body, "二是加强学习。"])).toEqual(gone);
    expect(cleaned([title, body, "二是加强学习。", line])).toEqual(gone);
  });

  it.each(frame)("inside the text stays whole, is told and asked about: %s", (line) => {
    const kept = { lines: [title, body, line, "二是加强学习。"], isAsked: true, isTold: true };
    expect(cleaned([title, body, line, "二是加强学习。"])).toEqual(kept);
  });

  it("goes with all others of a page", () => {
    expect(cleaned([title, ...frame.slice(0, 6), body, ...frame.slice(20)]).lines).toEqual([title, body]);
  });

  it.each(["作者：张三", "附件下载：报告.pdf", "发文机构：县审计局"])(
    "that may tell of the report itself is asked about: %s",
    (line) => expect(cleaned([title, line, body])).toMatchObject({ isAsked: true, isTold: true }),
  );

  it.each([
    "来源于群众的线索共32条。",
    "浏览器升级已经完成",
    "打印店整治",
    "上一篇章的任务已经完成。",
    "大中小企业",
    "分享经验",
    "阅读审计报告12份",
    "2026年1月20日上午10:20召开会议。",
  ])("is not %s", (line) => {
    expect(cleaned([title, body, line, body])).toEqual({
      lines: [title, body, line, body],
      isAsked: false,
      isTold: false,
    });
  });
});
