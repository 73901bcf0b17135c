// Cuts the font of printed reports down to what official papers need; README.md beside this file tells how to run it.
import fs from 'node:fs';
import subsetFont from 'subset-font';

const source = 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
const characters = new Set();

// GB 2312, row by row.
const decoder = new TextDecoder('gb18030');
for (let row = 0xa1; row <= 0xf7; row++) {
  for (let cell = 0xa1; cell <= 0xfe; cell++) {
    const one = decoder.decode(Uint8Array.of(row, cell));
    if ([...one].length === 1 && one !== '\ufffd') characters.add(one.codePointAt(0));
  }
}
// 通用规范汉字表
for (const hex of fs.readFileSync('standard.txt', 'utf8').trim().split('\n')) characters.add(parseInt(hex, 16));
const ranges = [
  [0x20, 0x7e], [0xa0, 0x17e], [0x2010, 0x2027], [0x2030, 0x205e], [0x2070, 0x209c], [0x20a0, 0x20bf], [0x2150, 0x218b],
  [0x2190, 0x22ff], [0x2460, 0x24ff], [0x2500, 0x25ff], [0x3000, 0x303f], [0xff00, 0xffef],
];
for (const [from, to] of ranges) for (let one = from; one <= to; one++) characters.add(one);

const wanted = [...characters].filter(
  (c) => !(c >= 0x2e80 && c <= 0x2fdf) && !(c >= 0xf900 && c <= 0xfaff) && !(c >= 0xe000 && c <= 0xf8ff));
const font = await subsetFont(fs.readFileSync(source), String.fromCodePoint(...wanted), { targetFormat: 'truetype' });
fs.writeFileSync('NotoSerifSC-standard.ttf', font);
console.log(wanted.length, 'characters,', font.length, 'bytes');
