/**
 * The text that bytes stand for. The platform knows the tables.
 * @param codePage of Windows: 936 = GBK
 */
export type DecodeBytes = (bytes: Uint8Array, codePage: number) => string;
