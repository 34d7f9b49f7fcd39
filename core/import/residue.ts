/** What conversions and web pages leave in a text that is none of it. */
export type ResidueCode =
  | "residue-bookmark"
  | "residue-field"
  | "residue-page-number"
  | "residue-web-page"
  | "residue-control-character"
  | "residue-unreadable-character";

/** Longer lines are text. Also the length up to which a line is looked at. */
const longestChrome = 120;

const pageNumbers: readonly RegExp[] = [
  /^[—–―─－\-－ ]{1,6}[0-9０-９]{1,4}[—–―─－\-－ ]{1,6}$/u,
  /^第\s?[0-9]{1,4}\s?页(?:\s?[,，/]?\s?共\s?[0-9]{1,4}\s?页)?$/u,
  /^共\s?[0-9]{1,4}\s?页$/u,
  /^Page\s[0-9]{1,4}(?:\sof\s[0-9]{1,4})?$/iu,
];

/** Labels that portals put around a text, each with a value behind a colon. */
const portalLabels = [
  "信息来源|文章来源|稿件来源|来源|发布时间|发布日期|发文日期|更新时间|公开日期|生成日期|浏览次数|浏览量|阅读次数|阅读量",
  "点击数|点击量|点击率|访问量|责任编辑|编辑|审核|作者|发布人|信息分类|主题分类|信息索引|索引号|发布机构|发文机构|发文单位",
  "公开方式|公开属性|公开类型|公开期限|公开时限|体裁分类|效力状态|有效性|名\\s{0,10}称|文\\s{0,10}号|索\\s{0,4}引\\s{0,4}号|发文字号|成文日期|上一篇|下一篇|上一条|下一条|相关链接|相关文章|关联文件|文件下载|附件下载",
  "今天是|当前位置|当前所在位置|您现在的位置|您所在的位置|您的位置|您当前的位置|打印|字号|字体大小|字体|分享到|视力保护色|保护视力色|责编|相关阅读|相关新闻|相关信息|稿源|信息来源单位",
].join("|");
/** 浏览：12, 已阅 123 次, 您是第 5 位访客, 上一篇 with its title. */
const counters =
  /^[（(【[]?(?:浏览|阅读|点击|已阅|阅读数|浏览数|人气|访问)[：:\s]{0,3}[0-9]{1,9}\s?次?[）)】\]]?$|^您是第\s?[0-9]{1,9}\s?位访客$|^(?:上|下)一[篇条](?:\s{1,4}\S[^。]{0,60})?$/u;
/** A moment of publication alone on its line: a report has days, no minutes. */
const moment =
  /^(?:时间|发布于|日期)?[：:\s]{0,2}(?:19|20)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?\s{1,3}[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?$/u;
const portalField = new RegExp(
  // a time of publication may stand in front of 来源
  `^(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:\\s[0-9:]{4,8})?\\s{0,4}|[|•·\\-[【（(\\s]{1,6})?(?:${portalLabels})[\\]】\\s]{0,4}[：:|]`,
  "u",
);
/** A label whose value stands on the next line. */
const bareLabel = new RegExp(`^[|•·\\-[【（(\\s]{0,6}(?:${portalLabels})[\\]】\\s]{0,4}[：:]\\s{0,4}$`, "u");
export const isBareLabel = (line: string): boolean => line.length <= longestChrome && bareLabel.test(line);
const siteFooter =
  /^(?:版权所有|主办单位|主办|承办单位|承办|技术支持|网站标识码|网站地图|联系我们|Copyright)|ICP备|公网安备/u;
const breadcrumb =
  /^(?:网站)?首页\s{0,4}[>＞»›/→]|^(?:网站)?首页(?:[\s|｜·]{1,4}\p{Script=Han}{2,8}){2,12}$|^(?:搜索位置|匹配度|排序|图片|无障碍浏览|无障碍阅读|English|全文检索|智能问答|智能机器人|听全文|友情链接|相关文章|相关链接|相关阅读|相关新闻|相关信息|我要纠错|用微信扫描二维码分享至好友和朋友圈)$/u;
/** A clock in the head of a page: 今天是2026年…, or the name of the site and a day of the week. */
const clock = /^今天是|\s[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日\s{0,4}星期[一二三四五六日天][^。，]{0,30}$/u;
/** Words of buttons; a line of nothing else is the frame of a page. */
const buttons =
  /打印本页|打印文章|本页打印|网站声明|网站地图|联系我们|设为首页|加入收藏|放大|缩小|纠错|朗读|打印此页|打印|关闭窗口|关闭本页|关闭|返回顶部|返回列表|返回首页|返回|收藏本页|收藏|分享到|分享|微信|微博|QQ空间|字体大小|字体|字号|扫一扫在手机打开当前页|扫一扫|手机版|无障碍|简体中文|繁体中文|简体|繁體|繁体|长者模式|网站首页|大字体|默认字体|A\+|A-/gu;
const buttonSeparators = /[【】[\]（）()|｜：:/\s·A+\-大中小]/gu;

const bookmark = /\[bookmark:[^\]]{0,80}\]/giu;
/** Characters that nobody sees, white space apart. */
const invisible =
  "\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff";
const atStart = new RegExp(`^(?:${bookmark.source}|[${invisible}]){1,5}\\s{0,4}`, "iu");

/** The three sizes of letters, and nothing else. */
const sizes = /^[【[（(]?\s?(?:大\s中\s小|小\s中\s大|大\s?[|/]\s?中\s?[|/]\s?小)\s?[】\]）)]?$/u;

function isButtonLine(line: string): boolean {
  if (sizes.test(line)) return true;
  const rest = line.replace(buttons, "");
  return rest !== line && rest.replace(buttonSeparators, "") === "";
}

function isPortalLine(line: string): boolean {
  if (portalField.test(line) || siteFooter.test(line)) return !/。/u.test(line);
  return [breadcrumb, clock, counters, moment].some((form) => form.test(line)) || isButtonLine(line);
}

/** Tells a line that is residue as a whole, as a stray page number or the buttons of a web page. */
export function residueOfLine(line: string): ResidueCode | null {
  if (line.length > longestChrome) return null;
  if (pageNumbers.some((pattern) => pattern.test(line))) return "residue-page-number";
  if (isPortalLine(line)) return "residue-web-page";
  return line.startsWith("[") && line.replaceAll(bookmark, "").trim() === "" ? "residue-bookmark" : null;
}

const inText: readonly { readonly code: ResidueCode; readonly pattern: RegExp }[] = [
  { code: "residue-bookmark", pattern: bookmark },
  { code: "residue-field", pattern: /MERGEFORMAT|HYPERLINK\s"|错误[!！]\s?未(?:找到|定义)/gu },
  { code: "residue-unreadable-character", pattern: /\ufffd/gu },
  { code: "residue-control-character", pattern: new RegExp(`[${invisible}]`, "gu") },
];

/** Residue within a line: bookmarks, field codes, characters that nobody sees. */
export function residueInText(
  text: string,
): readonly { readonly code: ResidueCode; readonly found: readonly string[] }[] {
  return inText.flatMap(({ code, pattern }) => {
    const found = text.match(pattern);
    return found === null ? [] : [{ code, found }];
  });
}

/** Bookmarks and invisible characters in front of an ordinal or a title hide it; so many characters they take. */
export function residueAtStart(line: string): number {
  return atStart.exec(line.slice(0, 400))?.[0].length ?? 0;
}
