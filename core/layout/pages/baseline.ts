/** On a line of an exact height both Word and LibreOffice set the baseline four fifths down. */
export const baselineOf = (heightTwips: number): number => Math.floor((heightTwips * 4) / 5);
