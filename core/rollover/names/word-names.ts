import { segmentWords } from "../../words/dictionary-segmenter.ts";
import { anyRule, type WordRule } from "./name-rule.ts";
import { hasNameLength, isOtherPart } from "./name-shapes.ts";

/** Common words that are nobody's name before a verb, and what an office deals with. */
export const mannerRules: readonly WordRule[] = [
  {
    name: "how something is done, who does it or what an office deals with",
    pattern:
      "高(?:度|质|标|效|位|频|端)|严(?:格|肃|密|厉|谨|防|把|控|查|守|管)|全[\\p{Script=Han}]|充[分实]|周(?:密|期|末|边)|广泛|明[确显晰查访令文示知责辨]|同[\\p{Script=Han}]|及时|常(?:态|年|规|务|委|驻)|单[独位项]|连[续日年夜]|平(?:等|均|时|稳)|从[\\p{Script=Han}]|简[要单易便]|满意|相[\\p{Script=Han}]|时[刻常]|车辆|成(?:功|员|立)|公[开正平职安示告]|应[\\p{Script=Han}]|任[务期何免]|经[常过]|通过|原[则来]|代表|支[持部]|宣[传讲]|查[\\p{Script=Han}]|管理|包[联案保片]|关[心注]|解决|施[工行]|贯彻|组[织成]|强[化调]|于[\\p{Script=Han}]|向[各上全党社]|乐于|易于|容易|安(?:排|全(?!\\p{Script=Han}))|法[治律规]|司[法机]|党[\\p{Script=Han}]|政[\\p{Script=Han}]|申请|历[次年任届]|双[\\p{Script=Han}]|生[产态]|年[\\p{Script=Han}]|市[\\p{Script=Han}]|国[\\p{Script=Han}]|厂[\\p{Script=Han}]|项[目下]|祝贺|冷静|丰富|信[访息用]|门[户诊]|水(?:利|务|政)|农[\\p{Script=Han}]|商[\\p{Script=Han}]|居[\\p{Script=Han}]|台[\\p{Script=Han}]|金融|计[划算](?!\\p{Script=Han})|文(?:件|化|明|书|体|旅)|方[面案式便针](?!\\p{Script=Han})|曾经|盛大",
    yes: ["全面主持", "成功主持", "公安", "法治", "从严"],
    no: ["周全", "温暖", "严明", "方向东", "水生林", "海燕"],
  },
  {
    name: "an office, or who is in it",
    pattern:
      "[\\p{Script=Han}]{1,3}(?:局|委|办|厅|科|处|室|部|组|院|所|站|队|党|县|市|区|省|镇|乡|村|州|旗|街道|级|员|制|会|们|的|了|着|是|不|等|时|名|余|多)$|[\\p{Script=Han}]?(?:书记|局长|主任|职责|职能|责任|会议|工作|项目|制度|单位|部门|办公|联席|组长|成员|科长|处长|委员)",
    yes: ["金融局", "法规科", "任组长"],
    no: ["白雪"],
  },
];

/** What a word before a post tells of the post: 林业|局长. What the examples show stands before the post. */
export const fieldRules: readonly WordRule[] = [
  {
    name: "what an office is for, or which one it is",
    pattern:
      "(?:林业|林草|农业|农牧|农林|水[利务电产]|商[务业]|国[资土税防]|金融|司法|文[旅化体广]|广[电播]|卫[生健计]|市[场政容]|海[关事洋]|城[管建乡]|统计|信访|应急|房[产管]|车管|路政|边防|党[校委组群史]|经[信贸发济]|能源|安[监全]|环[保卫]|计[划生]|台[办侨]|宗教|储备|公[安路证管]|易地|人[社防]|都市|牧业|畜牧|景区|后勤|机[关要]|全[体国省市县区]|单位|双[拥创]|车[间站]|家[政长]|科[技室]|邮政|铁路|常[务驻]|历[任届史]|时任|现任|原任|满任|代理|前任|副[\\p{Script=Han}])$",
    yes: ["林业", "公安", "金融", "应急"],
    no: ["周全", "温暖", "平安", "高峰"],
  },
];

/** Manners in which nobody only attends: 局长|成功|参加会议 names a person, 局长成功化解纠纷 does not. */
export const attendingRules: readonly WordRule[] = [
  {
    name: "that somebody is there",
    pattern: "参加|出席|列席|到[会场局任]|分别(?:汇报|发言|作|带队|主持)|讲[话授课]|陪同|分管|应邀|一行|同志",
    yes: ["参加会议", "到会", "分管法规科"],
    no: ["化解纠纷", "主持调解", "参与调解"],
  },
];

/** What only a person does. A thing may be the topic of other verbs: 水利建设|督办. What the examples show stands behind the name. */
export const personalDoingRules: readonly WordRule[] = [
  {
    name: "what is done in person, or how persons are joined",
    pattern:
      "同志|主持|主讲|带队|带头|率队|牵头|出席|列席|参加|参与|到[会局场任村]|讲[话授课]|授课|作(?:了|报告|讲话|动员|工作|总结|主题|专题)|出庭|陪同|分管|签发|批示|介绍|慰问|看望|亲自|应邀|一行|为全|发言|指出|汇报(?!会|制)|[、和，](?=副?(?:局长|主任|县长|市长|区长|书记|处长|科长|院长|部长|厅长|组长))|(?:[、和]\\p{Script=Han}{2,3}){0,4}(?:分别|共同)(?:带队|牵头|主持|带头|参加|出席)|(?:[、和]\\p{Script=Han}{2,3}){1,4}(?:列席|出席|参加|参与|陪同|主持|带队|到会)",
    yes: ["主持会议", "出席", "带队检查", "、副局长", "、李强列席", "分别牵头", "、温暖分别牵头"],
    no: ["部署工作", "督办", "纪律", "关怀群众", "、李强"],
  },
];

const manner = new RegExp(`^(?:${anyRule(mannerRules)})`, "u");
const personalDoing = new RegExp(`^(?:${anyRule(personalDoingRules)})`, "u");

/** 和专家, 向企业: what joins words is a surname only where it joins no word. */
const joinsWord = (text: string): boolean =>
  /^[和向于从同及与为]/u.test(text) &&
  (text.length < 3 || segmentWords(text.slice(1)).length === 1 || joined.test(text));
const joined = /^和(?:党|各|同|全|其|副|主|县|市|区|局|科|值|下|上|老|新|两|三|多|部|专|有|相|所)/u;

const field = new RegExp(`^(?:${anyRule(fieldRules)})`, "u");
const attending = new RegExp(`^(?:${anyRule(attendingRules)})`, "u");
const feat = /^(?:成功|圆满|胜利)$/u;

/** 周全, 海燕, 方向东: a common word that is a person's name too, told by what stands around it. */
export const isWordName = (text: string): boolean => hasNameLength(text) && !manner.test(text) && !joinsWord(text);

/** 局长|周全|主持会议: a common word at a post is a name where nothing but a person can do what follows. */
export const isNameByDoing = (word: string, rest: string): boolean =>
  isWordName(word) ? personalDoing.test(rest) : feat.test(word) && hasNameLength(word) && attending.test(rest);

/** 周全、严明|两位副局长: a common word that is no office's field. */
export const isWordBeforePost = (word: string): boolean =>
  (isWordName(word) || (feat.test(word) && hasNameLength(word))) && !field.test(word);

/** 周全|局长|主持会议: a common word before a post is a name where nothing but a person can do what follows. */
export const isNameByPost = (word: string, rest: string): boolean => isWordBeforePost(word) && personalDoing.test(rest);

const joining =
  /[的了着过们是不等各和与及同在对向由从于为以将就把被让给也都均还又再并且已曾未没很更最太所其此该本每某之而则即或若如因故但可能会要应须需先后共两多少数次上下前内外中间时日月年局委办厅科处室部组院站队党县市区省镇乡村州旗级员制副]/u;

/** Characters that write the sounds of other languages. */
const transliterated =
  /^[阿艾奥巴拜贝比别伯博布卜才次措丹旦德迪蒂东多尔法夫格嘎甘古哈汗赫呼霍吉加贾江卡凯康克库拉莱兰勒雷里力丽伦罗洛马麦买曼玛米穆木姆娜纳乃尼努诺帕皮普奇恰强乔琼肉热仁如萨赛桑沙斯苏孜索塔坦特提托图吐瓦万旺维乌吾西希夏雅亚伊依益音尤玉赞扎泽珠卓不合]{3,7}$/u;

/**
 * 局长|木合塔尔|主持: letters that make no words, where nothing but a person can do what follows. Names in other languages than
 * Chinese cannot all be listed.
 */
export const isForeignName = (run: string, rest: string): boolean =>
  (/^\p{Script=Han}{3,7}$/u.test(run) || (run.length === 2 && isOtherPart(run))) &&
  personalDoing.test(rest) &&
  !joining.test(run) &&
  (transliterated.test(run) || segmentWords(run).every((word) => word.length === 1 || isOtherPart(word)));
