/** A number as a link dials it. */
export function dialled(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}

/** A number as it is read: never broken into two lines. */
export function unbroken(phone: string): string {
  return phone.replaceAll(' ', '\u00a0');
}

/** The words of a link, in which a number that it dials stays in one piece. */
export function wordsOf(href: string, words: string): string {
  return href.startsWith('tel:') ? words.replaceAll(/\+?\d[\d ]+\d/g, unbroken) : words;
}
