/**
 * Begins letters that a network has not learned from letters that look like them. A new row of the last layer
 * begins near zero, and those of learned letters are so large (up to 50) that gradients take tens of thousands of
 * lines to bring it there; from the row of a letter that looks like it a few hundred lines tell the two apart.
 */

/** New letters, and what each begins as. */
const LIKE = new Map<string, string>();
for (const pair of (
  'ѣь ѢЬ ѳо ѲО ѵі ѴІ ⸗- їі ЇІ ԁд ԀД ԃд ԂД ԅз ԄЗ ԇз ԆЗ ԉл ԈЛ ԋн ԊН ԍс ԌС ԏт ԎТ =- +- [( ]) ҖЖ җж ӦО ӧо ' +
  'AА BВ CС DО EЕ FГ GС HН IІ JЈ KК LІ MМ NИ OО PР QО RЯ SЗ TТ UО VѴ WШ XХ YУ ZЗ ' +
  'aа bь cс dд eе fг gд hһ iі jј kк lі mм nп oо pр qд rг sз tт uи vѵ wш xх yу zз ' +
  'ژز ڭك گك ۇو ۆو ۋو ەه ھه پب چج إا أا آا ،, %/ ظط ٠. ١1 ٢1 ٣1 ٤1 ٥ه ٦1 ٧1 ٨1 ٩9'
)
  .trim()
  .split(' ')) {
  const [letter = '', like = ''] = pair;
  if (!LIKE.has(letter)) LIKE.set(letter, like);
}

/** How much likelier than the new letter the one that it is begun from stays: the last layer's bias. */
const SHYNESS = 0.5;
const DOUBLES = 128 | 4;

/**
 * A network file (`.lstm` in floating point) with the rows of new letters filled in.
 * @param letters of the network's outputs, in order
 * @param isKnown whether the network that this one comes from had the letter
 * @throws Error when the file is not a network in floating point with an output for each letter
 */
export function seedLetters(
  network: Uint8Array,
  letters: readonly string[],
  isKnown: (letter: string) => boolean,
): Uint8Array {
  const bytes = Buffer.from(network);
  const name = bytes.lastIndexOf('Output');
  const at = name + 'Output'.length;
  if (name < 0 || bytes[at] !== DOUBLES) throw new Error('This is not a network in floating point.');
  const rows = bytes.readUInt32LE(at + 1);
  const columns = bytes.readUInt32LE(at + 5);
  if (rows !== letters.length)
    throw new Error(`The network has ${rows} outputs and the alphabet ${letters.length} letters.`);
  const first = at + 1 + 4 + 4 + 8;
  const rowOf = (index: number) => first + index * columns * 8;
  for (const [index, letter] of letters.entries()) {
    const like = LIKE.get(letter);
    const from = like === undefined ? -1 : letters.indexOf(like);
    if (isKnown(letter) || from < 0 || !isKnown(like ?? '')) continue;
    bytes.copy(bytes, rowOf(index), rowOf(from), rowOf(from) + columns * 8);
    const bias = rowOf(index) + (columns - 1) * 8;
    bytes.writeDoubleLE(bytes.readDoubleLE(bias) - SHYNESS, bias);
  }
  return bytes;
}
