// Hands a text to the browser as a file to be saved; nothing of it leaves the machine.

const types = { csv: "text/csv;charset=utf-8", json: "application/json" } as const;

/** Saves a text under a name; what it is follows from how the name ends. */
export function saveFile(name: `${string}.${keyof typeof types}`, text: string): void {
  const type = name.endsWith(".csv") ? types.csv : types.json;
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
