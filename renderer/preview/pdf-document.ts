import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from "pdfjs-dist";
import PdfWorker from "pdfjs-dist/build/pdf.worker.min.mjs?worker";

let worker: Worker | undefined;

/** Opens the bytes of a PDF, read in a worker of the window's own origin. */
export async function openPdf(base64: string): Promise<PDFDocumentProxy> {
  worker ??= new PdfWorker();
  GlobalWorkerOptions.workerPort = worker;
  const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return getDocument({
    data,
    // The policy of the window allows no WebAssembly; the pages that the shells print need none.
    useWasm: false,
    isEvalSupported: false,
    useSystemFonts: false,
  }).promise;
}
