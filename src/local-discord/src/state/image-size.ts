interface ImageSize {
  readonly width: number;
  readonly height: number;
}

const isAt = (bytes: Uint8Array, offset: number, text: string): boolean =>
  Array.from(text, (character) => character.charCodeAt(0)).every(
    (code, index) => bytes[offset + index] === code,
  );

/** The frame header of a JPEG, found by walking its segments. */
const jpegSize = (view: DataView): ImageSize | undefined => {
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
};

/** WebP has three forms: lossy, lossless and extended. */
const webpSize = (bytes: Uint8Array, view: DataView): ImageSize | undefined => {
  if (isAt(bytes, 12, 'VP8 '))
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (isAt(bytes, 12, 'VP8L')) {
    const packed = view.getUint32(21, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  const uint24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  return isAt(bytes, 12, 'VP8X') ? { width: uint24(24) + 1, height: uint24(27) + 1 } : undefined;
};

/** Bytes that hold the size in every format but JPEG. */
const HEADER = 30;

/** Pixels of a PNG, GIF, JPEG or WebP, read from its header; undefined for anything else, and for one cut short. */
export const imageSize = (bytes: Uint8Array): ImageSize | undefined => {
  if (bytes.length < HEADER) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAt(bytes, 0, '\u0089PNG\r\n\u001a\n'))
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (isAt(bytes, 0, 'GIF8')) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (isAt(bytes, 0, '\u00ff\u00d8')) return jpegSize(view);
  return isAt(bytes, 0, 'RIFF') && isAt(bytes, 8, 'WEBP') ? webpSize(bytes, view) : undefined;
};
