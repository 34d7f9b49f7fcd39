import { segmentWords } from "../../words/dictionary-segmenter.ts";
import { type CheckText, matchesOf } from "../check-text.ts";
import phraseList from "../lists/phrases.json" with { type: "json" };
import typoList from "../lists/typos.json" with { type: "json" };
import { readWordList, wordFinder } from "../lists/word-list.ts";
import type { Found, LocalRule } from "../rule.ts";

const typos = wordFinder(readWordList(typoList));
const phrases = wordFinder(readWordList(phraseList));

/** Characters that say nothing twice: 的的, 和和. What they end or begin in other words is told by the words. */
const particles = /^([的了是在和与及或对为将把被从向于以并也就都而其由等中不有要])\1$/u;
const others = /([\u4e00-\u9fff])\1/gu;
const repeated = /([\u4e00-\u9fff]{2,4})\1/gu;
/** Said twice on purpose, or two words that meet. */
const meant =
  /^(?:常常|谢谢|刚刚|天天|人人|处处|时时|事事|层层|步步|件件|户户|家家|个个|渐渐|仅仅|往往|稍稍|默默|年年|月月|日日|代代|世世|口口|面面|样样|条条|项项|环环|节节|点点|滴滴|实实|明明|白白|清清|楚楚|多多|少少|大大|小小|高高|深深|久久|紧紧|牢牢|慢慢|好好|早早|远远|细细|轻轻|悄悄|纷纷|屡屡|频频|区区|斤斤|津津|兢兢|业业|孜孜|源源|滚滚|蒸蒸|欣欣|井井|洋洋|熊熊|冉冉|丝丝|历历|比比|哈哈|妈妈|爸爸|爷爷|奶奶|哥哥|姐姐|弟弟|妹妹|星星|宝宝|看看|想想|听听|谈谈|说说|试试|念念|生生|息息|方方|堂堂|原原|本本|踏踏|扎扎|勤勤|恳恳|认认|真真|平平|安安|红红|火火|轰轰|烈烈|浩浩|荡荡|一一|二二|三三|零零|〇〇|九九|五五|十十|千千|万万|某某|太太|公公|婆婆|叔叔|卿卿|济济|彬彬|振振|赫赫|蒙蒙|茫茫|重重|种种|段段|篇篇|句句|字字|声声|心心|匆匆|恰恰|偏偏|统统|通通|断断|万万|足足|整整|满满|常常|每每|略略|微微|缓缓|徐徐|逐逐)$/u;
/** Words that stand alone behind or before another as they are. */
const alone =
  /[高新大小全各本该市县区省国中上下前后内外再又可能会应须已未无非老多少好此每某两一二三四五六七八九十百千万亿元年月日人名个件次项条家户习]/u;

/** The words around a place, with where each begins; a dozen characters tell enough. */
function wordsAround(text: string, at: number): readonly { readonly word: string; readonly start: number }[] {
  const from = Math.max(0, at - 8);
  let start = from;
  return segmentWords(text.slice(from, at + 10)).map((word) => {
    const placed = { word, start };
    start += word.length;
    return placed;
  });
}

/** Whether one of two equal characters is a word of its own: 加强|强|审计, and not 审计|计划. */
function isLeftOver(text: string, at: number, isParticle: boolean): boolean {
  const around = wordsAround(text, at);
  if (around.some(({ word, start }) => start <= at && start + word.length >= at + 2)) return false;
  const isAlone = (place: number): boolean => around.some(({ word, start }) => start === place && word.length === 1);
  // 导向|向|服务: a particle may follow a word that ends like it
  return isParticle ? isAlone(at) && isAlone(at + 1) : isAlone(at) || isAlone(at + 1);
}

function doubledCharacters({ text }: CheckText): readonly Found[] {
  return matchesOf(others, text).flatMap(({ 0: found, index }): readonly Found[] => {
    if (meant.test(found) || text.charAt(index + 2) === found.charAt(0) || text.charAt(index - 1) === found.charAt(0)) {
      return [];
    }
    const isParticle = particles.test(found);
    if (!isParticle && alone.test(found.charAt(0))) return [];
    if (!isLeftOver(text, index, isParticle)) return [];
    return [
      {
        start: index,
        end: index + 2,
        fix: found.charAt(0),
        message: `“${found}”重复了“${found.charAt(0)}”字，请核对。`,
      },
    ];
  });
}

/** 一个一个, 研究研究 are said so; 审计审计 may be the end of one word and the beginning of the next. */
const spoken =
  /^(?:[一两逐每][\u4e00-\u9fff]|研究|讨论|商量|学习|考虑|审计|检查|沟通|交流|某某|[一二三四五六七八九十百千万零〇]{2,4})$/u;

function doubledWords({ text }: CheckText): readonly Found[] {
  return matchesOf(repeated, text).flatMap((match): readonly Found[] => {
    const { 0: found, 1: word = "", index } = match;
    if (spoken.test(word) || /^(.)\1+$/u.test(word)) return [];
    const around = wordsAround(text, index + word.length - 1);
    const cutHere = around.some(({ start }) => start === index + word.length);
    const begins = around.some(({ start }) => start === index) || index === 0;
    if (!cutHere || !begins) return [];
    return [{ start: index, end: index + found.length, fix: word, message: `“${word}”重复，请核对。` }];
  });
}

const meaning = { scope: "local", source: "实务", strength: "实务" } as const;

export const wordRules: readonly LocalRule[] = [
  {
    ...meaning,
    id: "TY-1",
    name: "重复的字",
    severity: "错误",
    message: "字重复。",
    spares: "names",
    find: doubledCharacters,
    yes: ["加强审计监督‹的的›力度。", "进一步加‹强强›审计监督。"],
    no: [
      "常常开展审计计划研究，工作作风扎实，人民民主得到发扬。",
      "达到目的的做法。",
      "认认真真学习习近平法治思想。",
      "全市市级部门。",
      "由管制导向向服务导向转变，规范行政行为为先。",
    ],
  },
  {
    ...meaning,
    id: "TY-1.word",
    name: "重复的词",
    severity: "错误",
    message: "词重复。",
    spares: "names",
    find: doubledWords,
    yes: ["对制度‹进行进行›修订。", "推进‹法治法治›政府建设。"],
    no: ["一个一个落实。", "认真研究研究。", "二〇二〇年"],
  },
  {
    ...meaning,
    id: "TY-2",
    name: "常见错别字",
    source: "《咬文嚼字》常见别字",
    severity: "错误",
    message: "常见错别字。",
    spares: "names",
    find: ({ text, year }) =>
      typos(text, year).map(({ start, end, right, sourceTitle }) => ({
        start,
        end,
        fix: right,
        isSafe: true as const,
        message: `应为“${right}”（${sourceTitle}）。`,
      })),
    yes: [
      ["健全整改‹台帐›。", "台账"],
      ["‹一如继往›支持审计工作。", "一如既往"],
      ["认真‹布署›落实。", "部署"],
    ],
    no: ["健全整改台账。", "搭建帐篷。", "按装机容量分摊。", "既使用资金，又管理项目。"],
  },
  {
    scope: "local",
    id: "PH-1",
    name: "固定提法",
    source: "公开发布的权威文本",
    strength: "规定",
    severity: "错误",
    message: "固定提法有误。",
    find: ({ text, year }) =>
      phrases(text, year).map(({ start, end, right, sourceTitle }) => ({
        start,
        end,
        fix: right,
        message: `规范的提法是“${right}”（${sourceTitle}）。`,
      })),
    yes: [
      ["深入学习‹习近平新时代法治思想›。", "习近平法治思想"],
      ["构建‹集中统一、全面覆盖、高效权威›的审计监督体系。", "集中统一、全面覆盖、权威高效"],
      ["牢记以审计精神立身、‹以规范创新立业›、以自身建设立信。", "以创新规范立业"],
    ],
    no: [
      "构建集中统一、全面覆盖、权威高效的审计监督体系，以审计精神立身、以创新规范立业、以自身建设立信。",
      "深入学习习近平法治思想。",
      "以习近平新时代中国特色社会主义思想为指导。",
    ],
  },
];
