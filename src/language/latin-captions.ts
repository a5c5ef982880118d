/** Who took a picture, in English, French and German papers: AP Photo/Ann Moore, (Herald photo by Ann Moore), Cliché Moore, Foto: dpa. */
import { once } from "./once.ts";

const NAME = "\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|d[eu]|von|van)){0,4}";
const AGENCIES =
  "AP|UPI|UP|INS|NEA|AFP|EPA|dpa|DPA|ADN|Keystone|Havas|Reuters?|REUTERS?|Associated Press|United Press International|Getty Images|Central Press|Wide World|Acme";
const PHOTO =
  "[Pp]hoto(?:graph)?s?|PHOTO(?:GRAPH)?S?|[Pp]ictures?|[Ww]ire ?[Pp]hoto|WIRE ?PHOTO|[Tt]elephoto|[Rr]adiophoto|[Ss]oundphoto|[Ll]aserphoto";

/** What names a picture by itself, with no bracket around it. */
const PLAIN = [
  `(?:${AGENCIES}) (?:(?:[Ff]ile )?(?:${PHOTO}))(?: ?[/—–-] ?${NAME}| (?:by|BY) ${NAME})?`,
  `(?:${PHOTO}) (?:${AGENCIES})`,
  `(?:\\p{Lu}[\\p{L}.'’-]* ){0,3}(?:[Ss]taff |STAFF )?(?:${PHOTO}) (?:[Bb]y|BY|[Cc]ourtesy of|COURTESY OF) (?:the |The )?${NAME}`,
  `(?:[Pp]hotos?|PHOTO|[Cc]lichés?|CLICHÉ|[Ff]oto|FOTO|[Pp]hot\\.|[Bb]ild|[Aa]ufnahme)(?: ?[:—–]| (?=\\p{Lu})) ?(?:${AGENCIES}|${NAME})`,
].join("|");

/** In brackets the agency alone is enough. */
const CREDIT = `[(\\[](?:${PLAIN}|${AGENCIES}|(?:${PHOTO}))[.]?[)\\]]|(?:${PLAIN})`;

/** The credit at the end of a caption, behind a stop or in brackets. */
export const creditAtEnd = once(
  () => new RegExp(`(?<=^|[.!?…"”»)] ?|[—–-] ?|(?<![(\\[])(?=[(\\[]))(?:${CREDIT})[.]?$`, "u"),
);

const credit = once(() => new RegExp(`^(?:${CREDIT})[.]?$`, "u"));
/** Ann Moore / The Herald, Associated Press: credits where they stand at a picture, and nothing of the kind elsewhere. */
const bare = once(() => new RegExp(`^(?:${NAME} ?/ ?(?:The )?${NAME}|${AGENCIES})$`, "u"));

const LONGEST = 70;

/** Whether a whole line says who took a picture. */
export function isCreditLine(line: string): boolean {
  return line.length <= LONGEST && credit().test(line);
}

/** The same, where a line is known to stand at a picture. */
export function isBareCredit(line: string): boolean {
  return line.length <= LONGEST && bare().test(line);
}
