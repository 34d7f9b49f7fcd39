/**
 * A row of a table: what the words around a year say about it.
 *
 * A pattern is tried on the sentence of the year, in which ▲ stands for the year itself (2024年; 度, 底 and 末 stay behind
 * it), 我局 for every name of the report's own organ, and a half-year or quarter right behind the year is left out.
 */
export type YearRule = {
  readonly name: string;
  readonly pattern: RegExp;
  /** Where it speaks: in the title, in headings as well, or everywhere. */
  readonly where?: "title" | "headline";
  /** The sentence may name no subject: what the words before it are about must not be somebody else. */
  readonly takesSubject?: true;
  /** Sentences of the report of 2024 whose year the row decides. */
  readonly yes: readonly string[];
  /** Sentences that look alike and are decided otherwise. */
  readonly no: readonly string[];
};

/** What begins a sentence before its year: an ordinal, 一是, 同时. */
export const opening =
  "^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})[)）、.．]\\s?|[一二三四五六七八九十]是|第[一二三四五六][，,]|(?:首先|其次|再次|最后|同时|此外|另外|总的来看|总体来看)[，,])?\\s{0,4}";

/** The organ that reports. The organ's own name has become 我局. */
export const own =
  "(?:我(?:局|委|办|厅|署|院|会|队|站|所|处|科|中心|单位|支队|大队|镇|乡|街道)|本(?:局|委|办|厅|署|院|中心|单位|机关|部门|支队|大队|镇|街道)|" +
  "全(?:局|委|办|厅|院|队|中心|单位)(?!会)|局(?:党组|党委|机关|领导|班子|长|主要)|(?<![\\p{Script=Han}])党组|我们)";

/** Whose work is not the report's own, or not this organ's alone. */
export const others = "(?:全国|全省|全区|全市|全县|全州|全球|世界|国家|中央|国务院|省|自治区|各地|各级|上级)";

/** Whose doing or what growth a sentence without a subject may be about: it is no organ's daily work alone. */
export const foreign =
  "投资|产值|税收收入|小区|棚户|城市更新|造林|种植|播种|养殖|招商|签约|落户|高标准农田|基站|公里|千瓦|(?<!排)污水|管网|道路|桥梁|学校|校舍|学位|医院|床位|游客|就业|受灾|灾民|地震|撤县|撤乡|撤并|搬迁|家电|以旧换新|产业园|开发区|新区|东西部|多规合一|试点|乡村振兴|人居环境|危房|创建|二期|一期|组织收入|招聘|考察学习|示范街|选调|遴选|补贴|惠民|示范户|委员会会议|视察|" +
  "[，,](?:该|某|其中某|两地|双方|各[地市县区乡镇]|村民|群众|企业|居民|学生|公司)";
