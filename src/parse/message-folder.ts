const FOLDER =
  /(?:^|[\\/])(?:e?-?mails?|e?-?mail-?templates?|newsletters?|mailers?|transactional)[\\/](?:[^\\/]+[\\/]){0,3}[^\\/]+$/iu;

/** Whether a file stands in a folder of messages, at most three folders deep. */
export function inMessageFolder(path: string): boolean {
  return FOLDER.test(path);
}
