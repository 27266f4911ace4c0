// Names for columns, made from ids. Some databases cut names after 63 bytes and some do not tell case apart: names here
// are short and distinct for all of them.

const longest = 63;

/** One name for each wish, in order: the wish itself where it is short enough and still free. */
export function distinctNames(wishes: readonly string[], taken: readonly string[] = []): readonly string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return wishes.map((wish) => {
    let name = wish.slice(0, longest);
    for (let n = 2; used.has(name.toLowerCase()); n += 1) {
      const end = `_${n}`;
      name = `${wish.slice(0, longest - end.length)}${end}`;
    }
    used.add(name.toLowerCase());
    return name;
  });
}

/** A beginning that none of these names has. */
export function freePrefix(names: readonly string[]): string {
  let prefix = "_v";
  while (names.some((name) => name.toLowerCase().startsWith(prefix))) prefix = `_${prefix}`;
  return prefix;
}
