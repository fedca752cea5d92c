/** How many unchanged lines stand around a change. */
const contextLines = 3;

/** How far the next equal lines are looked for behind a change. */
const longestChange = 200;

/** Lines that differ: `removed` from `at` in the old text, `added` in their place. */
interface Change {
  readonly at: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * What differs between two texts, as `diff -u` writes it and `patch` reads it; empty where they are equal.
 * Lines keep what ends them, a carriage return too.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const hunks = groupsOf(changesBetween(linesOf(before), linesOf(after)));
  if (hunks.length === 0) {
    return '';
  }
  const lines = linesOf(before);
  let shift = 0;
  const written = hunks.map(changes => {
    const first = Math.max(0, changes[0]!.at - contextLines);
    const last = changes.at(-1)!;
    const end = Math.min(lines.length, last.at + last.removed.length + contextLines);
    let at = first;
    let body = '';
    for (const change of changes) {
      body += prefixed(' ', lines.slice(at, change.at)) + prefixed('-', change.removed) + prefixed('+', change.added);
      at = change.at + change.removed.length;
    }
    body += prefixed(' ', lines.slice(at, end));
    const growth = changes.reduce((sum, { removed, added }) => sum + added.length - removed.length, 0);
    const head = `@@ -${rangeOf(first, end - first)} +${rangeOf(first + shift, end - first + growth)} @@\n`;
    shift += growth;
    return head + body;
  });
  return `--- a/${path}\n+++ b/${path}\n${written.join('')}`;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function changesBetween(old: readonly string[], now: readonly string[]): Change[] {
  const changes: Change[] = [];
  for (let i = 0, j = 0; i < old.length || j < now.length;) {
    if (i < old.length && old[i] === now[j]) {
      i++;
      j++;
      continue;
    }
    const [removed, added] = meeting(old, now, i, j);
    changes.push({ at: i, removed: old.slice(i, i + removed), added: now.slice(j, j + added) });
    i += removed;
    j += added;
  }
  return changes;
}

/** How many lines of each text are to be passed over until both go on alike. */
function meeting(old: readonly string[], now: readonly string[], i: number, j: number): [removed: number, added: number] {
  for (let distance = 1; distance <= longestChange; distance++) {
    // As many lines on both sides are the likeliest.
    for (let lean = distance % 2; lean <= distance; lean += 2) {
      for (const removed of [(distance + lean) / 2, (distance - lean) / 2]) {
        const added = distance - removed;
        if (i + removed <= old.length && j + added <= now.length && old[i + removed] === now[j + added]) {
          return [removed, added];
        }
      }
    }
  }
  return [old.length - i, now.length - j];
}

/** Changes that are too near to each other for the lines around them. */
function groupsOf(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const former = groups.at(-1)?.at(-1);
    if (former && change.at - (former.at + former.removed.length) <= 2 * contextLines) {
      groups.at(-1)!.push(change);
    } else {
      groups.push([change]);
    }
  }
  return groups;
}

/** An empty range is named by the line before it. */
function rangeOf(first: number, count: number): string {
  return count === 1 ? String(first + 1) : `${count === 0 ? first : first + 1},${count}`;
}

function prefixed(mark: string, lines: readonly string[]): string {
  return lines.map(line => (line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`)).join('');
}
