// Server-sent events, read as the HTML standard has them (section 9.2.6), from text that comes in pieces of any size.

export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * Takes a stream's text piece by piece and gives the events that each piece completes; undefined once an event that has
 * not ended is longer than `limit` characters.
 */
export function eventReader(limit: number): (piece: string) => readonly ServerEvent[] | undefined {
  let held = "";
  let wasReturn = false;
  let event = "";
  let data: string[] = [];
  return (piece) => {
    if (piece === "") return [];
    const events: ServerEvent[] = [];
    // A line ends with CR, LF or both; the two may come in different pieces.
    const text = wasReturn && piece.startsWith("\n") ? piece.slice(1) : piece;
    wasReturn = piece.endsWith("\r");
    const lines = (held + text).split(/\r\n|\r|\n/);
    held = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") {
        if (data.length > 0) events.push({ event: event === "" ? "message" : event, data: data.join("\n") });
        event = "";
        data = [];
        continue;
      }
      const colon = line.indexOf(":");
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      // What says when to come back, and under which id, is not looked at: pauses are our own, and ids are not signed.
      if (field === "event") event = value;
      if (field === "data") data.push(value);
    }
    const open = data.reduce((sum, line) => sum + line.length, held.length + event.length);
    return open > limit ? undefined : events;
  };
}
