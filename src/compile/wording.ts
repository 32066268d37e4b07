/** A text as it is compared with others: width, case, white space, punctuation and markup do not count. */
export function normaliseWording(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('`', '');
  // Some signs make a difference: `C#`, `1.5`, `-1`, `a/b`, `50%`.
  return plain.replace(/(?![#%&@/])(?!(?<=\d)\.(?=\d))(?!-(?=\d))[\s\p{P}]/gu, '') || plain.trim();
}

/** Whether an option speaks of the other options, e.g. “all of the above” or “以上都不是”. */
export function isCatchAll(text: string): boolean {
  const normal = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}`]+/gu, ' ')
    .trim();
  return CATCH_ALL.some((pattern) => pattern.test(normal));
}

/** The negation of a negative question that is not emphasised, with the question put right; `undefined` if none. */
export function findBareNegative(
  stem: string,
): { readonly word: string; readonly fixed: string } | undefined {
  for (const pattern of NEGATIVES) {
    const { not } = pattern.exec(stem)?.indices?.groups ?? {};
    if (not === undefined) continue;
    const [start, end] = not;
    const isBold = (stem.slice(0, start).split('**').length - 1) % 2 === 1;
    if (isBold) continue;
    const word = stem.slice(start, end);
    return { word, fixed: `${stem.slice(0, start)}**${word}**${stem.slice(end)}` };
  }
  return undefined;
}

/** The first word of a text that allows no exception, which often gives a distractor away. */
export function findAbsolute(text: string): string | undefined {
  return ABSOLUTE.exec(text)?.[0];
}

/** How long a text looks: a Chinese character is about twice as wide as a Latin one. */
export function visibleLength(text: string): number {
  const shown = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*\*|`/g, '');
  let width = 0;
  for (let at = 0; at < shown.length; at++) {
    const code = shown.charCodeAt(at);
    // The second half of a pair belongs to the sign that the first has counted.
    if (code < 0xdc00 || code > 0xdfff) width += code >= 0x1100 && code <= 0xffef ? 2 : 1;
  }
  return width;
}

const CATCH_ALL: readonly RegExp[] = [
  /^(?:all|none|both|neither|any|each|every one) (?:of )?(?:the )?(?:above|these|those|them|(?:other |given |listed )?(?:options|answers|choices|others))(?: are| is)?(?: correct| right| true| wrong| apply)?$/,
  /^(?:all|none) (?:of them )?(?:are|is) (?:correct|right|true|wrong|false)$/,
  /^(?:both )?[a-d](?: ?[a-d])* and [a-d]$/,
  /^(?:以上|上述|前述|上面|其他)(?:选项|各项|几项|三项|两项|说法|答案|的)*(?:全部|全|都|均|皆)?(?:不|非)?(?:是|对|正确|成立|错|错误|包括|符合)?$/,
  /^(?:全部|全|都|均|皆)(?:不|是)?(?:对|正确|是|错|错误|成立)的?$/,
  /^没有(?:一个|一项|任何一项)?(?:正确|对)的?(?:答案|选项)?$/,
];

const MEASURE = '(?:一?[项条个句种]|些)';
const NOUN = '(?:说法|描述|陈述|做法|选项|观点|理由|情况|特点|功能|任务|优点|缺点|结论)';
const NEGATION =
  '(?<not>不(?=是|属于|正确|准确|对|成立|符合|包括|包含|在|应|需要|会|能|可能|受|依赖)|没有(?!问题|错)|并非)';
const AUXILIARY = '(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|must|may|might)';
// A clause of its own (“which shows that … not”) does not make the question negative.
const WORD =
  "(?!(?:that|why|who|whom|whose|when|where|how|if|because|whether|explains?|shows?|means?)\\b)[\\w'’-]+";
// In the middle of a sentence “which” begins a clause instead of a question.
const WHICH = `(?:^|[.?!:]\\s+)(?:\\w+\\s+)?which(?:\\s+${WORD}){0,7}?\\s+`;

const NEGATIVES: readonly RegExp[] = [
  new RegExp(`哪${MEASURE}${NOUN}?(?:中的?)?是?${NEGATION}`, 'd'),
  new RegExp(`(?:下列|以下|下面)[^，。？！,?!]{0,24}?${NEGATION}[^，。？！,?!]{0,16}的(?:是|有)`, 'd'),
  /(?:说法|描述|陈述)[^。！？!?]{0,16}?(?<not>不)(?=正确|准确|对|成立|符合)[^。！？!?]{0,12}的(?:是|有)/d,
  new RegExp(`${WHICH}${AUXILIARY}\\s+(?<not>not)\\b[^.!]*[?:…]`, 'di'),
  new RegExp(`${WHICH}(?<not>${AUXILIARY}n['’]t|cannot)\\b[^.!]*[?:…]`, 'di'),
  /\b(?:all|each|every|everything|any|which)\b.*\b(?<not>except)\b(?:\s+(?:for\s+)?(?:which\s+)?one)?[\s:?.…_]*$/di,
];

const ABSOLUTE =
  /\b(?<!not )(?:always|never|absolutely|under no circumstances|in every case|without exception)\b|(?<!不)一定(?!的|程度|量|数|范围|时|要|会不会)|(?<!不)(?:必定|必然|绝对|永远|总是)|从不|从来不|毫无例外|任何情况下都/i;
