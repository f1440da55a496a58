import { expect, test } from "vitest";
import { streamKey, uniform } from "@/labs/arithmetic/random";
import { learnerName } from "@/labs/assignment/learner-name";
import { lookAlikes } from "@/labs/assignment/look-alikes";
import { isPlainSpelling, nameKey } from "@/labs/assignment/name-key";
import { times } from "../../soak";

/** Real names of different people, in many scripts. */
const people = [
  ...["Ada Lovelace", "Adam Lovelace", "Adela Lovelace", "Ada Love", "Lovelace"],
  ...["José García", "Jose Garcia", "Zoë Smith", "Zoe Smith", "Renée Roux", "Rene Roux"],
  ...["Ana Silva", "Ava Silva", "Anna Silva", "Łukasz Kos", "Lukasz Kos", "Søren Bo"],
  ...["Ödön Nagy", "Ødön Nagy", "Őszi Nagy", "Öszi Nagy", "Åse Vik", "Ase Vik"],
  ...["Nguyễn Thị Minh", "Nguyễn Thi Minh", "Nguyễn Thị Mình", "Đặng Lan", "Dang Lan"],
  ...["Şule Kaya", "Sule Kaya", "Çağla Ak", "Cagla Ak", "Þóra Jónsdóttir"],
  ...["محمد علي", "محمود علي", "أحمد", "حمد", "فاطمة", "نور", "نورا", "خان", "خاں"],
  ...["علی رضا", "کریم", "رحیم", "پریسا", "ثریا", "بهار", "بہار خان", "دارا", "زارا"],
  ...["דן כהן", "דו כהן", "רון לוי", "רוני לוי", "שרה", "שרי", "טל", "סל"],
  ...["आदित्य शर्मा", "आदित्या शर्मा", "अदिति", "क्षितिज", "ऋषि", "रिशि", "राम", "रमा"],
  ...["অনন্যা", "অনন্ত", "ਹਰਪ੍ਰੀਤ", "ਹਰਜੀਤ", "ரமேஷ்", "சுரேஷ்", "రమ", "రవు", "ಸುಮಾ", "ಸುನಿಲ್"],
  ...["രാമൻ", "രാജൻ", "ශ්‍රී", "ශාන්ත", "ดา", "คา", "ตา", "ทราย", "ฑราย", "มานี", "ฆานี"],
  ...["王小明", "王小民", "王士", "王土", "李明", "李朋", "劉洋", "鈴木一郎", "鈴木二郎"],
  ...[
    "二ノ宮 エミ",
    "二ノ宮 エリ",
    "はなこ",
    "ハナコ",
    "김민준",
    "김민중",
    "김 서연",
    "이서연",
  ],
  ...[
    "Анна Ким",
    "Инна Ким",
    "Егор",
    "Ерор",
    "Ваня",
    "Саша",
    "Маша",
    "Юлия",
    "Уянга",
    "Үянга",
  ],
  ...[
    "Ελένη",
    "Ελενα",
    "Νίκος",
    "Νίκη",
    "Υβόννη",
    "Γιώργος",
    "Աննա",
    "Անի",
    "ნინო",
    "ნანა",
  ],
  ...["O’Neil", "O’Neal", "D’Arcy", "Darcey", "Anne-Marie", "Anne-Maria", "Kaʻiulani"],
  ...[
    "Learner 1",
    "Learner 2",
    "Learner 10",
    "Learner 11",
    "طالب ٢",
    "طالب ٣",
    "👩‍🔬",
    "👨‍🔬",
  ],
];

test(`${people.length} people have as many keys`, () => {
  const keys = new Map<string, string>();
  for (const name of people) {
    expect(learnerName(name), name).toBe(name);
    expect(keys.get(nameKey(name)), name).toBeUndefined();
    keys.set(nameKey(name), name);
  }
});

test("every case of a real name, and every way to compose it, is that name", () => {
  for (const name of people) {
    const key = nameKey(name);
    for (const form of ["NFC", "NFD", "NFKC", "NFKD"] as const) {
      expect(nameKey(name.normalize(form))).toBe(key);
    }
    expect(nameKey(name.toUpperCase()), name).toBe(key);
    expect(nameKey(name.toLowerCase()), name).toBe(key);
    expect(nameKey(`  ${name.replaceAll(" ", " \t ")}. `)).toBe(key);
  }
});

const spellings: readonly (readonly string[])[] = [
  ["Ada Lovelace", "ada lovelace", "ADA LOVELACE", "aDa LoVeLaCe", "ＡＤＡ Lovelace"],
  [
    "Ada Lovelace",
    "Ada Lovelace.",
    ".Ada Lovelace",
    "Ada-Lovelace",
    "Ada, Lovelace!",
    "Ada Lovelace 🙂",
  ],
  [
    "Ada Lovelace",
    "Ada LoveIace",
    "Ada Love1ace",
    "Ada Love|ace",
    "Ada L0velace",
    "Ada Lоvelace",
  ],
  [
    "Ada Lovelace",
    "Аda Lovelace",
    "Adа Lovelace",
    "Αda Lοvelace",
    "Aԁa Lovelace",
    "Ada Lovelɑce",
  ],
  [
    "Marie Curie",
    "Мarie Curie",
    "rnarie Curie",
    "Mаrіe Сurіe",
    "Μarie Curie",
    "ꓟarie Curie",
  ],
  ["Eva Tom", "Eνa Tom", "Evа Тоm", "ЕVА ТОМ"],
  ["Анна", "Аннa", "Aнна", "Αнна", "АННА", "анна"],
  ["Егор", "Eгор", "ЕГОР", "Егоp"],
  ["Μάνος", "Μάνoς", "Mάνος", "ΜΆΝΟΣ", "μάνοσ"],
  ["Σοφία", "Σoφία", "ΣΟΦΊΑ"],
  ["Strauß", "STRAUSS", "Strauss", "STRAUẞ"],
  ["İpek Işık", "ipek ışık", "İPEK IŞIK", "Ipek Isık".replace("s", "ş")],
  ["Mateș", "Mateş"],
  ["O’Neil", "O'Neil", "OʼNeil", "O‘Neil", "ONeil"],
  ["Kaʻiulani", "Ka'iulani", "Kaiulani"],
  ["محمد علي", "محمّد علي", "محـمد عـلي", "محمد على", "محمد علی", "مُحَمَّد علي"],
  ["کریم", "كريم", "کريم"],
  ["علی‌رضا", "علیرضا"],
  ["דני", "דָּנִי"],
  ["शर्मा", "श‍र्मा", "शर्‌मा"],
  ["क्षितिज", "क्‍षितिज"],
  ["आदित्य", "अादित्य"],
  ["ශ්‍රී", "ශ්රී"],
  ["രാമൻ", "രാമന്‍", "രാമന്"],
  ["王小明", "王 小明", "王　小明"],
  ["エミ", "工ミ", "ｴﾐ"],
  ["二ノ宮", "ニノ宮"],
  ["黒田", "黑田"],
  ["김민준", "김 민준", "김민준".normalize("NFD")],
  ["Learner 10", "Learner ١٠", "Learner ۱۰", "Learner १०", "Learner １０"],
];

test.each(spellings)("%s is one name, however spelled", (name, ...others) => {
  for (const other of others) expect(nameKey(other), other).toBe(nameKey(name));
});

test("no unseen character anywhere makes another name", () => {
  const unseen = ["\u200c", "\u200d", "\ufe0f", "\ufe0e", "\u3164", "\u034f", "\u2060"];
  for (const name of people) {
    const letters = [...name];
    for (const mark of unseen) {
      for (let at = 0; at <= letters.length; at += 1) {
        expect(nameKey(letters.toSpliced(at, 0, mark).join(""))).toBe(nameKey(name));
      }
    }
  }
});

test("64 spellings of one name with joiners, selectors and a foreign letter have one key", () => {
  const marks = ["\u200c", "\u200d", "\ufe0f"];
  const names = Array.from({ length: 64 }, (_, at) => {
    const put = (bit: number, text: string) => ((at >> bit) & 1 ? text : "");
    const a = put(3, "x") ? "\u0430" : "a";
    const plain = `Ad${put(0, marks[0]!)}${a} Lo${put(1, marks[1]!)}vel${put(2, marks[2]!)}ace`;
    return `${put(5, "x") ? plain.toLowerCase() : plain}${put(4, ".")}`;
  });
  expect(new Set(names).size).toBe(64);
  expect(new Set(names.map(nameKey))).toEqual(new Set(["ada lovelace"]));
  expect(names.filter(isPlainSpelling)).toEqual(["Ada Lovelace", "ada lovelace"]);
});

test("each letter of another script that looks like a Latin one is taken for it", () => {
  let tried = 0;
  for (const [letter, like] of lookAlikes) {
    if (!/^[A-Za-z]$/.test(like) || letter === "г") continue;
    tried += 1;
    const key = nameKey(`Ka${like}ta`);
    expect(nameKey(`Ka${letter}ta`), `${letter} for ${like}`).toBe(key);
  }
  expect(tried).toBeGreaterThan(300);
});

const names = times(5000, 50_000);

test(`${names} random names keep their key in each case, and none is empty`, () => {
  const ranges = [
    ...[0x41, 0x5a, 0xc0, 0x17f, 0x391, 0x3c9, 0x410, 0x44f, 0x531, 0x556, 0x621, 0x64a],
    ...[0x905, 0x939, 0xe01, 0xe2e, 0x10d0, 0x10f0, 0x3041, 0x3096, 0x4e00, 0x9fff],
    ...[0xac00, 0xd7a3, 0x1f300, 0x1f5ff],
  ];
  for (let seed = 0; seed < names; seed += 1) {
    const draw = uniform(streamKey(seed, 81));
    const range = 2 * Math.floor((draw() * ranges.length) / 2);
    const [from = 0, to = 0] = ranges.slice(range, range + 2);
    const codes = Array.from({ length: 1 + Math.floor(8 * draw()) }, () =>
      Math.floor(from + draw() * (to - from + 1)),
    );
    const name = String.fromCodePoint(...codes);
    const key = nameKey(name);
    expect(key.length).toBeGreaterThan(0);
    expect(nameKey(name.toUpperCase()), name).toBe(key);
    expect(nameKey(name.toLowerCase()), name).toBe(key);
    expect(nameKey(`${name}\u200d.`)).toBe(key);
  }
});

test.each([
  ...[
    "Ada Lovelace",
    "ada lovelace",
    "ADA LOVELACE",
    "Ada",
    "Zoë 王 👩‍🔬",
    "Ada (b)",
    "Ada L.",
  ],
  ...["Sammy Davis Jr.", "Anne-Marie d’Arcy", "O’Neil-Śmith", "Ludwig van Beethoven"],
  ...[
    "Angus MacIntyre",
    "Ronald McDonald",
    "محمد علي",
    "علی‌رضا",
    "क्‍षितिज",
    "王小明",
    "Анна",
    "Μάνος",
  ],
  ...["Nguyễn Thị Minh", "Mary de la Cruz", "Kaʻiulani", "Learner 12", "김민준", "ශ්‍රී"],
])("%s is spelled as people spell", (name) => {
  expect(isPlainSpelling(name)).toBe(true);
});

test.each([
  ...["Аda", "Ada\u200cL", "Ada\ufe0f", "Ada Lovelace.", ".Ada", "aDA Lovelace", "AdA"],
  ...[
    "Ada lovelace",
    "lan Smith",
    "Ada LoveIace",
    "L0velace",
    "Love1ace",
    "Adɑ",
    "Eνa",
    "Аннa",
  ],
  ...["Ada...", "Ada--L!?", "ＡＤＡ", "A|da"],
])("%j may have been spelled for its seed", (name) => {
  expect(isPlainSpelling(name)).toBe(false);
});
