type Ask = () => Promise<boolean>;

let ask: Ask | null = null;
let asking: Promise<boolean> | null = null;
let giveUp = (): void => undefined;

/** The dialog that asks for the password again, while it is on the page. */
export function proveWith(dialog: Ask): () => void {
  ask = dialog;
  return () => {
    if (ask !== dialog) return;
    ask = null;
    giveUp();
  };
}

/** True once the person has shown again who they are; false when they will not, or the dialog is gone. */
export function proveAgain(): Promise<boolean> {
  if (ask === null) return Promise.resolve(false);
  asking ??= whileShown(ask).finally(() => {
    asking = null;
  });
  return asking;
}

function whileShown(dialog: Ask): Promise<boolean> {
  return new Promise((resolve, reject) => {
    giveUp = () => {
      resolve(false);
    };
    dialog().then(resolve, reject);
  });
}
