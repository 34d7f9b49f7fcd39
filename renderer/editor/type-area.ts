/** 版心 156 mm wide (GB/T 9704-2012 5.2.1), in CSS px at 96 dpi. */
export const typeAreaWidthPx = (156 / 25.4) * 96;
