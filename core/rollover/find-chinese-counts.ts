import type { Finder } from "./token.ts";
import { matches } from "./token.ts";
import { countedUnits, largeCountUnits } from "./vocabulary.ts";

const digit = "[一二两三四五六七八九]";
const teens = `(?:${digit}?十${digit}?)`;
const hundreds = `(?:${digit}[百千万]零?)+${teens}?${digit}?`;
const about = `(?:数|上|近|成|几)[十百千万亿]|${digit}?[十百千]?万?(?<=[十百千万])(?:余|多|几)|${hundreds}余?|${digit}[百千]`;
const notAfterNumber = "(?<![第每个一二三四五六七八九十百千万零〇]|再|多)";
/** What the count is of a manner of speaking, or of a name: 两项制度, 三篇文章, 铁人三项. */
const speaking =
  "制度|机制|改革|措施|举措|重点|任务|原则|要求|工作|行动|内容|职责|能力|清单|性|曲|分配|项目|工程|建设|补贴|指标|大事|文章|大文章|世界杯|全能|标准|责任|纪律|权利|坚持|明确|必须|确保|注重|驱动|车";
/** 三期工程 is a part of a building, 举办三期培训 a count. */
const isPhase = /(?:院区|医院|机场|水库|电站|核电|风电|港|园区?|工程|项目|线|基地|中心|平台|系统|”)$/u;

const patterns = [
  `${notAfterNumber}(?:${about}|${teens}|[两三四五六七八九])[万亿]?余?(?:${countedUnits})(?!${speaking})`,
  `${notAfterNumber}(?:(?:数|上|近|几)[十百千万亿]|${digit}?[十百千]?万?(?<=[十百千万])(?:余|多|几)|${hundreds}余?|${digit}十${digit}|十${digit})[万亿]?余?(?:${largeCountUnits})(?!方面|${speaking}|头)`,
  // 先进集体五个、: before a stop even a small one is a count
  `(?<![第每个这那哪几一二三四五六七八九十百千万])(?<=[\\p{Script=Han}”》])(?:[两三四五六七八九]|十[一二三四五六七八九]?)[个人条](?=[，。；、）]|$)`,
].map((pattern) => new RegExp(pattern, "gu"));

/** Counts in Chinese characters: 十二次, 上百件, 二十余个, 三百余人. */
export const findChineseCounts: Finder = (view) =>
  patterns
    .flatMap((pattern) => matches(view, "figure", pattern))
    .filter(({ start, end }) => {
      const word = view.text.slice(start, end);
      const before = view.text.slice(Math.max(0, start - 4), start);
      return !(/^[二三四五六七八九]期$/u.test(word) && isPhase.test(before));
    });
