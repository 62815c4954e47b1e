/** Columns of five letters by eight dots, the lowest bit on top, from the blank to the tilde. */
const columns =
  '000000000000005f00000007000700147f147f14242a7f2a12231308646236495620500008070300001c2241000041221c002a1c7f1c2a' +
  '08083e080800807030000808080808000060600020100804023e5149453e00427f40007249494946214149' +
  '4d331814127f1027454545393c4a49493141211109073649494936464949291e0000140000004034000000081422411414141414' +
  '00412214080201590906' +
  '3e415d594e7c1211127c7f494949363e414141227f4141413e7f494949417f090909013e414151737f0808087f00417f4100204041' +
  '3f017f081422417f404040407f021c027f7f0408107f3e4141413e7f090909063e4151215e7f0919294626494949' +
  '3203017f01033f4040403f1f2040201f3f4038403f631408146303047804036159494d43' +
  '007f41414102040810200041' +
  '41417f04020102044040404040' +
  '00030708002054547840' +
  '7f284444383844444428384444287f385454541800087e090218a4a49c787f0804047800447d4000204040' +
  '3d007f1028440000417f40007c047804787c0804047838444444' +
  '38fc1824241818242418fc7c08040408485454542404043f44243c4040207c1c2040201c3c4030403c4428102844' +
  '4c9090907c4464544c44' +
  '0008364100000077000000413608000201020402'
const FIRST_LETTER = ' '.charCodeAt(0)
const LETTER_COLUMNS = 5
const HEX_PER_COLUMN = 2
const HEX_PER_LETTER = LETTER_COLUMNS * HEX_PER_COLUMN

const letters: Readonly<Record<string, string>> = {
  æ: '2454785458',
  ø: '3864544c38',
  å: '2055547940',
  Æ: '7e097f4941',
  Ø: '3e6149433e',
  Å: '7814157878',
}
const plain: Readonly<Record<string, string>> = { '–': '-', '’': "'", '“': '"', '”': '"', '…': '.', '→': '>' }

/** The dots of a letter as five columns; letters the font lacks are drawn as the nearest one it has. */
export function columnsOf(letter: string): number[] {
  const hex = letters[letter] ?? hexOf(plain[letter] ?? letter.normalize('NFD').charAt(0))
  return Array.from({ length: LETTER_COLUMNS }, (_, index) =>
    Number.parseInt(hex.slice(index * HEX_PER_COLUMN, (index + 1) * HEX_PER_COLUMN), 16),
  )
}

function hexOf(letter: string): string {
  const start = (letter.charCodeAt(0) - FIRST_LETTER) * HEX_PER_LETTER
  const hex = columns.slice(start, start + HEX_PER_LETTER)
  return hex.length === HEX_PER_LETTER ? hex : hexOf('?')
}
