/** Bytes that are read from a file at once. */
export const pieceBytes = 1024 * 1024;
