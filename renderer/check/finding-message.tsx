import styles from "./check-panel.module.css";
import { signsOfMessage } from "./signs-of-message.ts";

/** What a finding says, with the signs it is about in the face of the text. */
export function FindingMessage({ message }: { readonly message: string }) {
  return signsOfMessage(message).map(({ words, isSign }, index) =>
    isSign ? (
      <span key={index} className={styles.sign}>
        {words}
      </span>
    ) : (
      words
    ),
  );
}
